import { describe, expect, it } from 'vitest';
import { modelVersionSchema } from '#lib/contracts/index.ts';
import { findVersion } from './registry.ts';
import { versionToWire } from './version-to-wire.ts';

function schemasOf(model: string): unknown {
  const found = findVersion(model, { testModels: true });
  const wire = found && modelVersionSchema.parse(versionToWire(found));
  return wire?.openapi_schema.components;
}

describe('the description of a version', () => {
  it('tells clients that the text model answers one string', () => {
    expect(schemasOf('abiruyt/text-extract-ocr')).toMatchObject({
      schemas: {
        Input: {
          type: 'object',
          title: 'Input',
          required: ['image'],
          properties: { image: { type: 'string', format: 'uri', title: 'Image', 'x-order': 0 } },
        },
        Output: { type: 'string', title: 'Output' },
      },
    });
  });

  it('marks growing output as an iterator', () => {
    expect(schemasOf('replicate/canary')).toMatchObject({
      schemas: { Output: { type: 'array', items: { type: 'string' }, 'x-cog-array-type': 'iterator' } },
    });
  });

  it('does not ask for what has a default', () => {
    expect(schemasOf('lectern/page-ocr')).toMatchObject({
      schemas: { Input: { required: ['image'], properties: { page: { default: 1, minimum: 1 } } } },
    });
  });

  it('refers only to parts that it contains', () => {
    const found = findVersion('abiruyt/text-extract-ocr', { testModels: false });
    const text = JSON.stringify(found && versionToWire(found).openapi_schema);
    const parts = JSON.stringify(schemasOf('abiruyt/text-extract-ocr'));
    const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(parts).toContain(`"${name}":{`);
  });
});
