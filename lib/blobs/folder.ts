import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { config, NotFound } from '#lib/platform/index.ts';

const KEY = /^[0-9a-f]{64}$/;

/** Where this machine keeps a blob; whether it is there is another question. @throws NotFound when it is no key. */
export function blobPath(key: string): string {
  return join(folder(key), key);
}

export function root(): string {
  return join(config().dataDir, 'blobs');
}

/** Of files that are being written. */
export function incoming(): string {
  return join(root(), 'incoming');
}

export function folder(key: string): string {
  if (!KEY.test(key)) throw new NotFound('The stored file is gone.');
  return join(root(), key.slice(0, 2));
}

/** Nothing when there is no such folder. */
export async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
