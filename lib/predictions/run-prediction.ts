import type { Scope } from '#lib/access/index.ts';
import { findVersion, type ModelEngine, ModelFailure, type RunContext } from '#lib/models/index.ts';
import { inTransaction, storableJson, storableText } from '#lib/platform/index.ts';
import { countPrediction } from '#lib/usage/index.ts';
import { endOverduePrediction } from './end-overdue-prediction.ts';
import { type Ending, endPrediction } from './end-prediction.ts';
import { openInputFiles } from './files/open-input-files.ts';
import { keepProgress } from './keep-progress.ts';
import { listenToPrediction } from './listen-to-prediction.ts';
import { isTerminal, type Prediction, wantsEvent } from './prediction.ts';
import { setProcessing } from './prediction-life-store.ts';
import { findPrediction, findStatus } from './prediction-store.ts';
import { withSecrets } from './secret-input.ts';
import { taskScope } from './task-scope.ts';
import { tell } from './tell.ts';

/** Replicate's ceiling (contract 5.3), counted from the first start. */
const RUN_LIMIT_MS = 30 * 60_000;

/**
 * The task `run-prediction`: claims the prediction, runs its model and ends it. A rerun after a worker was killed
 * goes on with the same prediction: its start time stays, and nobody is told of a second start. What is wrong with
 * the input ends it as failed; an error of ours, or `signal` because the worker stops, is thrown so that the task
 * runs again. A cancellation stops the model at once.
 */
export async function runPrediction(
  predictionId: string,
  { engine, signal }: { engine: ModelEngine; signal: AbortSignal },
): Promise<void> {
  const scope = await taskScope(predictionId, 'run-prediction');
  if (!scope) return;
  const ended = new AbortController();
  // From before the claim on: what ends the prediction either prevents the claim or is heard.
  const stopListening = await listenForEnd(scope, predictionId, () => ended.abort());
  try {
    const prediction = await begin(scope, predictionId);
    if (!prediction || isTerminal(prediction.status)) return;
    // Only a deadline that came before its turn keeps a waiting prediction from being claimed.
    if (prediction.status === 'starting') return await endOverduePrediction(predictionId);
    const { ending, pagesRead } = await run(scope, prediction, { engine, stop: signal, ended });
    const isEnd = ending && (await endPrediction(scope, predictionId, { ...ending, pagesRead }));
    // Who ended it meanwhile could not know how much of it was read.
    if (!isEnd)
      await inTransaction((tx) => countPrediction(tx, predictionId, { pages: pagesRead }, new Date()));
  } finally {
    stopListening();
  }
}

/** The prediction as it is after it was claimed, if it waited. */
async function begin(scope: Scope, id: string): Promise<Prediction | null> {
  const waiting = await findPrediction(scope, id);
  if (waiting?.status !== 'starting') return waiting;
  const begun = await claim(scope, waiting);
  return begun ?? (await findPrediction(scope, id));
}

async function claim(scope: Scope, waiting: Prediction): Promise<Prediction | null> {
  if (!wantsEvent(waiting, 'start')) return await setProcessing(scope, waiting.id, new Date());
  return await inTransaction(async (tx) => {
    const begun = await setProcessing(scope, waiting.id, new Date(), tx);
    if (begun) await tell(tx, begun, ['start']);
    return begun;
  });
}

/** Without an ending when the prediction was ended by somebody else meanwhile. */
async function run(
  scope: Scope,
  prediction: Prediction,
  { engine, stop, ended }: { engine: ModelEngine; stop: AbortSignal; ended: AbortController },
): Promise<{ ending?: Ending; pagesRead: number }> {
  const overdue = AbortSignal.timeout(timeLeftMs(prediction));
  const signal = AbortSignal.any([stop, ended.signal, overdue]);
  const progress = keepProgress(scope, prediction, () => ended.abort());
  const files = openInputFiles(prediction.inputFiles, signal);
  try {
    const output = await runModel(prediction, {
      engine,
      signal,
      isStreamed: prediction.isStreamed,
      file: files.open,
      ...progress,
    });
    const ending = { status: 'succeeded', output: storableJson(output), logs: progress.logs() } as const;
    return { ending, pagesRead: progress.pagesRead() };
  } catch (error) {
    if (ended.signal.aborted) return { pagesRead: progress.pagesRead() };
    const reason = failureReason(error, overdue.aborted);
    // Neither a stopping worker nor an error of ours says anything about the input.
    if (reason === undefined || stop.aborted) throw error;
    const ending = { status: 'failed', error: reason, logs: progress.logs() } as const;
    return { ending, pagesRead: progress.pagesRead() };
  } finally {
    await progress.close();
    await files.close();
  }
}

function timeLeftMs({ startedAt }: Prediction): number {
  const usedMs = startedAt ? Date.now() - startedAt.getTime() : 0;
  return Math.max(0, RUN_LIMIT_MS - usedMs);
}

async function runModel(prediction: Prediction, context: RunContext): Promise<unknown> {
  // Test models that are not offered any more may still have predictions waiting.
  const found = findVersion(prediction.version, { testModels: true });
  if (!found) throw new ModelFailure('This version of the model is not offered any more.');
  return await found.model.run(withSecrets(prediction.input, prediction.sealedInput), context);
}

function failureReason(error: unknown, isOverdue: boolean): string | undefined {
  if (isOverdue) return 'The prediction ran for 30 minutes, the most that is allowed, and was stopped.';
  if (!(error instanceof ModelFailure)) return undefined;
  return storableText(error.message);
}

/** Calls `onEnd` when somebody ends the prediction. */
async function listenForEnd(scope: Scope, id: string, onEnd: () => void): Promise<() => void> {
  async function check(): Promise<void> {
    const status = await findStatus(scope, id).catch(() => undefined);
    if (status === null || (status && isTerminal(status))) onEnd();
  }
  return await listenToPrediction(id, (news) => {
    if (news === 'ended') onEnd();
    if (news === 'unknown') void check();
  });
}
