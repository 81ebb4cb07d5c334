import { describe, expect, it } from 'vitest';
import { findVersion, listModels, modelName } from './registry.ts';

const latest = 'a524caeaa23495bc9edc805ab08ab5fe943afd3febed884a4f3747aa32e9cd61';
const older = 'a32904bed12e4c988ba02c901f4fb3fe8c3813ac46dd662db89f124c51c43dc5';
const offered = { testModels: false };

describe('a version reference', () => {
  it.each([
    [latest, latest],
    [older, older],
    [older.toUpperCase(), older],
    [`abiruyt/text-extract-ocr:${older}`, older],
    ['abiruyt/text-extract-ocr', latest],
  ])('%s finds the version', (reference, id) => {
    const found = findVersion(reference, offered);
    expect(found?.version.id).toBe(id);
    expect(found && modelName(found.model)).toBe('abiruyt/text-extract-ocr');
  });

  it.each([
    '',
    'nonsense',
    latest.slice(0, 12),
    `lectern/page-ocr:${latest}`,
    `abiruyt/text-extract-ocr:${latest}:x`,
    'abiruyt/other',
    'abiruyt/text-extract-ocr:',
  ])('%j finds nothing', (reference) => {
    expect(findVersion(reference, offered)).toBeUndefined();
  });
});

describe('the models', () => {
  it('for tests are offered only where the operator allows them', () => {
    expect(findVersion('lectern/sleep', { testModels: false })).toBeUndefined();
    expect(findVersion('lectern/sleep', { testModels: true })).toBeDefined();
  });

  it('have version ids of their own in the form that clients expect', () => {
    const ids = listModels({ testModels: true }).flatMap(({ versions }) => versions.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{64}$/);
  });
});
