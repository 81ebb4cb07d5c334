import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiReference } from './api-reference.ts';
import { openApiDocument } from './openapi.ts';
import { operations } from './operations.ts';

const document = openApiDocument('https://lectern.example.org');
const project = resolve(import.meta.dirname, '../..');

/** They know their callers by nothing, or by the address. */
const withoutToken = ['/v1/[[...path]]', '/v1/openapi.json', '/v1/streams/[id]/[signature]'];

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
    const described = apiReference().flatMap(({ entries }) => entries.map(({ id }) => id));
    const offered = Object.entries(operations).filter(([, { method }]) => method !== 'QUERY');
    expect(described.sort()).toEqual(offered.map(([name]) => name).sort());
  });

  it('names the parts of a path as its parameters', () => {
    for (const { path, fields } of apiReference().flatMap(({ entries }) => entries)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = fields.filter(({ place }) => place === 'path').map(({ name }) => name);
      expect(parameters, path).toEqual(named);
    }
  });
});

it('every route of the API is in the table of operations, and the other way round', () => {
  const routes = globSync('app/v1/**/route.ts', { cwd: project })
    .map((file) => `/${file.slice('app/'.length, -'/route.ts'.length)}`)
    .filter((path) => !withoutToken.includes(path))
    .map((path) => path.replaceAll('[', '{').replaceAll(']', '}'));
  const paths = new Set(Object.values(operations).map(({ path }) => path));
  expect(routes.sort()).toEqual([...paths].sort());
});
