import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiReference } from './api-reference.ts';
import { portalApi, predictionsApi } from './apis.ts';
import { openApiDocument } from './openapi.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { portalOperations } from './portal-operations.ts';

const document = openApiDocument('https://lectern.example.org', [predictionsApi, portalApi]);
const project = resolve(import.meta.dirname, '../..');

/** They know their callers by nothing, or by the address; or answer whatever else is asked for. */
const notInTheTable = [
  '/v1/[[...path]]',
  '/v1/openapi.json',
  '/v1/streams/[id]/[signature]',
  '/api/v1/[[...path]]',
  '/api/v1/openapi.json',
];
const reference = [predictionsApi, portalApi].flatMap((api) => apiReference(api));

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item] : referencesIn(item),
  );
}

function find(pointer: string): unknown {
  const steps = pointer.replace('#/', '').split('/');
  return steps.reduce<unknown>(
    (found, step) => (found && typeof found === 'object' ? Reflect.get(found, step) : undefined),
    document,
  );
}

describe('the OpenAPI document', () => {
  it('refers to nothing that is not in it', () => {
    const references = new Set(referencesIn(document));
    expect(references.size).toBeGreaterThan(5);
    for (const reference of references) expect(find(reference), reference).toBeDefined();
  });

  it('describes every operation but QUERY, each under its own name', () => {
    const described = reference.flatMap(({ entries }) => entries.map(({ id }) => id));
    const offered = Object.entries({ ...operations, ...portalOperations }).filter(
      ([, { method }]) => method !== 'QUERY',
    );
    expect(described.sort()).toEqual(offered.map(([name]) => name).sort());
  });

  it('names the parts of a path as its parameters', () => {
    for (const { path, fields } of reference.flatMap(({ entries }) => entries)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = fields.filter(({ place }) => place === 'path').map(({ name }) => name);
      expect(parameters, path).toEqual(named);
    }
  });
});

describe.each([
  { folder: 'app/v1', table: operations },
  { folder: 'app/api/v1', table: portalOperations },
])('$folder', ({ folder, table }) => {
  it('has a route for every path of its table of operations, and no other', () => {
    const routes = globSync(`${folder}/**/route.ts`, { cwd: project })
      .map((file) => `/${file.slice('app/'.length, -'/route.ts'.length)}`)
      .filter((path) => !notInTheTable.includes(path))
      .map((path) => path.replaceAll('[', '{').replaceAll(']', '}'));
    expect(routes.sort()).toEqual([...new Set(Object.values(table).map(({ path }) => path))].sort());
  });
});

describe('an example of the portal’s API', () => {
  const withExample = Object.entries<Operation>(portalOperations).filter(([, { example }]) => example);

  it('stands at every operation that takes a body', () => {
    const taking = Object.entries<Operation>(portalOperations).filter(
      ([, { body, form }]) => form ?? !(body instanceof z.ZodUndefined),
    );
    expect(withExample.map(([name]) => name)).toEqual(taking.map(([name]) => name));
  });

  it.each(withExample.filter(([, { form }]) => !form))('is what %s takes', (_, { body, example }) => {
    const text = JSON.stringify(example).replaceAll(/\$[A-Z_]+/g, '0'.repeat(26));
    expect(body.safeParse(JSON.parse(text)).error).toBeUndefined();
  });
});

it('the wire API is described without the portal’s', () => {
  expect(Object.keys(openApiDocument('').paths).filter((path) => !path.startsWith('/v1/'))).toEqual([]);
});
