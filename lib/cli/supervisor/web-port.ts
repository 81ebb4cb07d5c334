import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';

// The web process of a supervisor that was just killed may need a moment to end.
const patienceMs = 3_000;
const readyTimeoutMs = 120_000;

/** @throws OperatorError when another program listens on the port. */
export async function requireFreePort(port: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isFree(port))) {
    if (Date.now() > deadline) {
      throw new OperatorError(
        `Port ${port} is in use by another program. Set PORT to a free one, or end that program.`,
      );
    }
    await delay(100);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return resolve(false);
      const reason = error.code === 'EACCES' ? 'only root may use it' : error.message;
      reject(
        new OperatorError(`Port ${port} cannot be used: ${reason}. Set PORT to another one.`, {
          cause: error,
        }),
      );
    });
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** Resolves once the portal says that it is ready for people. */
export async function waitUntilReady(port: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + readyTimeoutMs;
  while (!(await answers(port, signal))) {
    if (Date.now() > deadline) {
      throw new OperatorError(
        `The portal on port ${port} is not ready after two minutes; the log above may say why.`,
      );
    }
    await delay(100, undefined, { signal });
  }
}

async function answers(port: number, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
