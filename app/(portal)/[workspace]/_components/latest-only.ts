/** After a run that failed. */
export const RETRY_MS = 2_000;

/**
 * Turns a burst of calls into few runs: waits `delayMs` to gather, never runs twice at once, and runs once
 * more when something came in meanwhile. So answers cannot overtake each other. A run that answers false has
 * failed and is repeated.
 */
export function latestOnly(
  delayMs: number,
  run: () => Promise<boolean>,
): { request: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;

  function request() {
    isWanted = true;
    runIn(delayMs);
  }
  function runIn(ms: number) {
    if (!isRunning && !isStopped) timer ??= setTimeout(start, ms);
  }
  async function start() {
    timer = undefined;
    isWanted = false;
    isRunning = true;
    let hasWorked = false;
    try {
      hasWorked = await run();
    } finally {
      isRunning = false;
      if (isWanted) runIn(delayMs);
      else if (!hasWorked) runIn(RETRY_MS);
    }
  }
  function stop() {
    isStopped = true;
    clearTimeout(timer);
  }
  return { request, stop };
}
