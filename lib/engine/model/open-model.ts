import { InferenceSession } from 'onnxruntime-node';
import { preparedModel } from '../prepared/prepared-models.ts';

// One thread: pages are the parallel unit, and two threads a page cost 12 to 70 % more processor time.
const sessionOptions: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  enableMemPattern: false,
};

/** Opens one of the weights for running. */
export async function openModel(name: string): Promise<InferenceSession> {
  return await InferenceSession.create(
    (await preparedModel(name)) ?? (await prepareNow(name)),
    sessionOptions,
  );
}

// What prepares models is code that most children never need.
async function prepareNow(name: string): Promise<Uint8Array> {
  const { prepareModel } = await import('./prepare-model.ts');
  return await prepareModel(name);
}
