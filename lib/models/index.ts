export type { Model, ModelEngine, ModelVersion, RunContext } from './model.ts';
export { ModelFailure } from './model-failure.ts';
export { type FoundVersion, findVersion, listModels, modelName } from './registry.ts';
export { versionToWire } from './version-to-wire.ts';
