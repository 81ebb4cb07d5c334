import process from 'node:process';

export type Shutdown = {
  /** Aborted on the first SIGINT, SIGTERM or SIGHUP. */
  signal: AbortSignal;
  /** Resolves at the same moment. */
  requested: Promise<void>;
};

/** From here on these signals ask for an orderly end; further ones change nothing. */
export function listenForShutdown(): Shutdown {
  const controller = new AbortController();
  const requested = new Promise<void>((resolve) => {
    const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const name of signals) {
      process.on(name, () => {
        controller.abort();
        resolve();
      });
    }
  });
  return { signal: controller.signal, requested };
}
