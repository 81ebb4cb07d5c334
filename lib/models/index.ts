export type { Model, ModelEngine, ModelVersion, RunContext } from './model.ts';
export { ModelFailure } from './model-failure.ts';
export { type ModelReference, modelReference } from './model-reference.ts';
export { type FoundVersion, findModel, findVersion, listModels, modelName } from './registry.ts';
export { searchModels } from './search-models.ts';
export { versionToWire } from './version-to-wire.ts';
