import type { Scope } from '#lib/access/index.ts';
import { ModelFailure, type RunContext } from '#lib/models/index.ts';
import { inTransaction, logger, storableJson, storableText } from '#lib/platform/index.ts';
import { QuotaReached, takeDocumentPages } from '#lib/usage/index.ts';
import { type Prediction, wantsEvent } from './prediction.ts';
import { setProgress } from './prediction-life-store.ts';
import { tell } from './tell.ts';

/** Progress is written and told at most so often, in its newest state. */
const INTERVAL_MS = 500;

export type Progress = Pick<RunContext, 'log' | 'output' | 'pagesKnown' | 'pageRead'> & {
  /** All that was logged so far. */
  logs(): string;
  /** Those that this run has read, as its model told them. */
  pagesRead(): number;
  /** Waits for what is being written and writes nothing more. */
  close(): Promise<void>;
};

/** Collects what a running model says and writes it to the prediction; calls `onEnded` if that has ended. */
export function keepProgress(scope: Scope, prediction: Prediction, onEnded: () => void): Progress {
  const { id } = prediction;
  const unwritten = new Set<'output' | 'logs'>();
  let { logs, output } = prediction;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let isClosed = false;
  let pagesRead = 0;

  function writeSoon(change: 'output' | 'logs'): void {
    unwritten.add(change);
    timer ??= setTimeout(() => {
      writing = write();
    }, INTERVAL_MS);
  }

  async function write(): Promise<void> {
    // One message tells the whole state, so one of the two events is enough.
    const event = (['output', 'logs'] as const).find(
      (change) => unwritten.has(change) && wantsEvent(prediction, change),
    );
    unwritten.clear();
    try {
      await inTransaction(async (tx) => {
        const current = await setProgress(tx, scope, id, { logs, output });
        if (!current) return onEnded();
        if (event) await tell(tx, current, [event]);
      });
    } catch (error) {
      // The next write, or the end of the run, tells all of it again.
      logger.warn({ err: error, predictionId: id }, 'progress could not be written');
    }
    timer = undefined;
    for (const change of isClosed ? [] : unwritten) writeSoon(change);
  }

  return {
    async pagesKnown(pages) {
      await takeDocumentPages(scope, { predictionId: id, pages }).catch((error: unknown) => {
        throw error instanceof QuotaReached ? new ModelFailure(error.message) : error;
      });
    },
    pageRead() {
      pagesRead += 1;
    },
    log(line) {
      logs += `${storableText(line)}\n`;
      writeSoon('logs');
    },
    output(partial) {
      output = storableJson(partial);
      writeSoon('output');
    },
    logs: () => logs,
    pagesRead: () => pagesRead,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await writing;
    },
  };
}
