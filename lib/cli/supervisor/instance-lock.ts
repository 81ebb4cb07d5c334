import { mkdirSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { errorCode, OperatorError } from '../operator-error.ts';

export type InstanceLock = { release(): void };

/**
 * Makes this process the only Lectern on a data folder. The lock is a local socket named after the folder: the
 * system drops it with the process, however that ends, and it tells a second start who is there.
 * @throws OperatorError naming the process and the address of the Lectern that holds the folder.
 */
export async function lockDataFolder(dataDir: string, publicUrl: string): Promise<InstanceLock> {
  const address = lockAddress(dataDir);
  const about = `process ${process.pid}, ${publicUrl}`;
  const server = (await listen(address, about)) ?? (await takeOver(address, about));
  if (!server) {
    throw new OperatorError(`Lectern is already running on ${dataDir}: ${await ask(address)}.`);
  }
  return { release: () => server.close() };
}

function lockAddress(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    const { dev, ino } = statSync(dataDir);
    const name = `lectern-${dev}-${ino}`;
    // Linux has sockets without a file; elsewhere a file may stay behind.
    return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be made (${errorCode(error)}). Set LECTERN_DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
}

/** Listens on the address; undefined when it is taken. */
function listen(address: string, about: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(about);
    });
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server.unref()));
  });
}

/** Replaces the socket file of a process that was killed. */
async function takeOver(address: string, about: string): Promise<Server | undefined> {
  if (address.startsWith('\0') || (await ask(address)) !== undefined) return undefined;
  rmSync(address, { force: true });
  return listen(address, about);
}

/** What the holder says about itself; undefined when nobody answers. */
async function ask(address: string): Promise<string | undefined> {
  try {
    return await text(connect(address));
  } catch {
    return undefined;
  }
}
