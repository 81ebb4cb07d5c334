import { expect, it } from 'vitest';
import { listModels, modelName } from './registry.ts';
import { searchModels } from './search-models.ts';

function found(query: string): string[] {
  return searchModels(listModels({ testModels: false }), query).map(modelName);
}

it.each([
  ['text-extract', ['abiruyt/text-extract-ocr']],
  ['OCR', ['abiruyt/text-extract-ocr', 'lectern/page-ocr']],
  ['lectern word', ['lectern/page-ocr']],
  ['', ['abiruyt/text-extract-ocr', 'lectern/page-ocr']],
  ['lectern sunset', []],
])('a search for %j finds %j', (query, names) => {
  expect(found(query)).toEqual(names);
});
