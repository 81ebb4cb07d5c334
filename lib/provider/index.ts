export { cancelPrediction } from './cancel-prediction.ts';
export { callsBack } from './client.ts';
export { fetchPrediction } from './fetch-prediction.ts';
export { forgetFile } from './forget-file.ts';
export { predictRegion, type RegionOutcome, type RegionWork } from './predict-region.ts';
export { type ProviderPrediction, parsePrediction } from './prediction.ts';
export { needsPictures, type PageWork, type SubmitOutcome, submitPrediction } from './submit-prediction.ts';
export { type SignedMessage, verifyWebhook } from './verify-webhook.ts';
