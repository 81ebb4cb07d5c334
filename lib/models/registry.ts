import { canary } from './canary.ts';
import type { Model, ModelVersion } from './model.ts';
import { pageOcr } from './page-ocr.ts';
import { sleep } from './sleep.ts';
import { textExtractOcr } from './text-extract-ocr.ts';

export type FoundVersion = { model: Model; version: ModelVersion };

const models = [textExtractOcr, pageOcr];
const testModels = [canary, sleep];

/** The models this installation offers. */
export function listModels(options: { testModels: boolean }): readonly Model[] {
  return options.testModels ? [...models, ...testModels] : models;
}

/** The model called `owner/name`. */
export function findModel(name: string, options: { testModels: boolean }): Model | undefined {
  return listModels(options).find((model) => modelName(model) === name);
}

/**
 * Finds what a caller's `version` names: a version id, `owner/name:<id>`, or `owner/name` for its latest version.
 * Ids are compared in lower case and in full.
 */
export function findVersion(reference: string, options: { testModels: boolean }): FoundVersion | undefined {
  const [name, id, ...rest] = reference.includes('/') ? reference.split(':') : [undefined, reference];
  if (rest.length > 0) return undefined;
  for (const model of listModels(options)) {
    if (name !== undefined && name !== modelName(model)) continue;
    const version =
      id === undefined ? model.versions[0] : model.versions.find((known) => known.id === id.toLowerCase());
    if (version) return { model, version };
  }
  return undefined;
}

/** `owner/name` */
export function modelName(model: Model): string {
  return `${model.owner}/${model.name}`;
}
