import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The port that this folder's server had before, if it is free, else a free one that later starts find again. */
export async function choosePort(folder: string): Promise<number> {
  const file = join(folder, 'port');
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (remembered > 0 && (await tryPort(remembered))) return remembered;
  const port = await findFreePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

/** A port of the loopback address that nobody listens on at the moment. */
export async function findFreePort(): Promise<number> {
  const port = await tryPort(0);
  if (!port) throw new Error('The system has no free port.');
  return port;
}

/** Listens for a moment: the port, or undefined when it is taken. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined));
    });
  });
}
