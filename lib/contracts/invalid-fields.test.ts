import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { invalidFields } from './invalid-fields.ts';
import { createModelPredictionSchema, createPredictionSchema } from './predictions.ts';

function problemsOf(schema: z.ZodType, body: unknown): string[] {
  const { error } = schema.safeParse(body);
  return error ? invalidFields(error, body).map((p) => `${p.field}|${p.type}|${p.description}`) : [];
}

const valid = { version: 'v', input: {} };

describe('the words of a rejected request', () => {
  it.each<[unknown, string[]]>([
    [{}, ['|required|version is required', '|required|input is required']],
    [{ input: {} }, ['|required|version is required']],
    [{ version: 'v' }, ['|required|input is required']],
    [{ ...valid, input: 'x' }, ['input|invalid_type|Invalid type. Expected: object, given: string']],
    [{ ...valid, input: [] }, ['input|invalid_type|Invalid type. Expected: object, given: array']],
    [{ ...valid, input: null }, ['input|invalid_type|Invalid type. Expected: object, given: null']],
    [{ ...valid, version: 5 }, ['version|invalid_type|Invalid type. Expected: string, given: integer']],
    [{ ...valid, version: 5.5 }, ['version|invalid_type|Invalid type. Expected: string, given: number']],
    [{ ...valid, webhook: 5 }, ['webhook|invalid_type|Invalid type. Expected: string, given: integer']],
    [{ ...valid, webhook: 'no url' }, ["webhook|format|Does not match format 'uri'"]],
    [{ ...valid, webhook: 'ftp://example.org/' }, ["webhook|format|Does not match format 'uri'"]],
    [
      { ...valid, webhook_events_filter: 'start' },
      ['webhook_events_filter|invalid_type|Invalid type. Expected: array, given: string'],
    ],
    [
      { ...valid, webhook_events_filter: ['start', 'bogus'] },
      [
        'webhook_events_filter.1|enum|webhook_events_filter.1 must be one of the following: "start", "output", "logs", "completed"',
      ],
    ],
    [
      { ...valid, model: 'a/b' },
      ['|additional_property_not_allowed|Additional property model is not allowed'],
    ],
  ])('are those of Replicate for %j', (body, expected) => {
    expect(problemsOf(createPredictionSchema, body)).toEqual(expected);
  });

  it('reject a version where the path names the model', () => {
    expect(problemsOf(createModelPredictionSchema, valid)).toEqual([
      '|additional_property_not_allowed|Additional property version is not allowed',
    ]);
  });

  it('tell bounds of numbers and lists', () => {
    const schema = z.object({ page: z.int().min(1).max(9), list: z.array(z.string()).min(1) });
    expect(problemsOf(schema, { page: 0, list: [] })).toEqual([
      'page|number_gte|Must be greater than or equal to 1',
      'list|array_min_items|Array must have at least 1 items',
    ]);
    expect(problemsOf(schema, { page: 10, list: ['a'] })).toEqual([
      'page|number_lte|Must be less than or equal to 9',
    ]);
  });

  it('name the path below the part of the body that was parsed', () => {
    const { error } = z.object({ image: z.url() }).safeParse({ image: 'secret value' });
    expect(error && invalidFields(error, { image: 'secret value' }, ['input'])).toEqual([
      { type: 'format', field: 'input.image', description: "Does not match format 'uri'" },
    ]);
  });

  it('never repeat what was rejected', () => {
    const told = problemsOf(createPredictionSchema, {
      version: { token: 'r8_secret' },
      input: 'r8_secret',
      webhook: 'r8_secret',
      webhook_events_filter: ['r8_secret'],
    });
    expect(told).toHaveLength(4);
    expect(told.join()).not.toContain('r8_secret');
  });
});
