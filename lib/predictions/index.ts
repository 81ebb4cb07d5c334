export type { ModelReference } from '#lib/models/index.ts';
export type { Page, Position } from '#lib/platform/index.ts';
export { cancelPrediction } from './cancel-prediction.ts';
export { createPrediction, type PredictionRequest } from './create-prediction.ts';
export { endOverduePrediction } from './end-overdue-prediction.ts';
export { failPrediction } from './fail-prediction.ts';
export { type ApiFile, fileToWire } from './files/api-file.ts';
export { createFile, type NewFile } from './files/create-file.ts';
export { deleteFile } from './files/delete-file.ts';
export { getFile } from './files/get-file.ts';
export { listFiles } from './files/list-files.ts';
export { openDownload } from './files/open-download.ts';
export { removeStaleInputFiles } from './files/remove-stale-input-files.ts';
export { getPrediction } from './get-prediction.ts';
export { listPredictions } from './list-predictions.ts';
export {
  checkModel,
  describeModel,
  describeModels,
  describeVersion,
  describeVersions,
  offeredModels,
  readmeOf,
} from './offered-models.ts';
export { isTerminal, type Prediction } from './prediction.ts';
export { predictionToWire } from './prediction-to-wire.ts';
export { removeExpiredData } from './remove-expired-data.ts';
export { runPrediction } from './run-prediction.ts';
export { type StreamEvent, streamPrediction } from './stream-prediction.ts';
export { UnknownVersion } from './unknown-version.ts';
export { waitForPrediction } from './wait-for-prediction.ts';
