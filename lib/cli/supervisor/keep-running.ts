import { setTimeout as delay } from 'node:timers/promises';

const firstDelayMs = 200;
const longestDelayMs = 10_000;
const stableAfterMs = 30_000;

/** One run of something that should not end by itself. */
export type Run = { ended: Promise<string>; stop(): Promise<void> };

export type KeptRunning = {
  /** Ends the present run and begins the next at once. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts something again whenever it ends, 0.2 s later, then twice as long each time
 * up to 10 s, and quickly again once a run has lasted 30 s. A start that fails counts as a run that ended.
 */
export function keepRunning(
  name: string,
  start: () => Promise<Run>,
  report: (line: string) => void,
  firstRun?: Run,
): KeptRunning {
  const stopping = new AbortController();
  let current = firstRun;
  let restarting = false;
  const finished = loop();

  async function loop(): Promise<void> {
    let delayMs = firstDelayMs;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      const reason = await runOnce();
      if (stopping.signal.aborted) return;
      if (restarting) {
        restarting = false;
        continue;
      }
      if (performance.now() - startedAt > stableAfterMs) delayMs = firstDelayMs;
      report(`${name} ended (${reason}); starting it again in ${delayMs / 1000} s`);
      await delay(delayMs, undefined, { signal: stopping.signal }).catch(() => {});
      delayMs = Math.min(delayMs * 2, longestDelayMs);
    }
  }

  async function runOnce(): Promise<string> {
    try {
      current ??= await start();
      // Stopped while it was starting: nobody else knows this run yet.
      if (stopping.signal.aborted) await current.stop();
      return await current.ended;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      current = undefined;
    }
  }

  return {
    restart: async () => {
      restarting = current !== undefined;
      await current?.stop();
    },
    stop: async () => {
      stopping.abort();
      await current?.stop();
      await finished;
    },
  };
}
