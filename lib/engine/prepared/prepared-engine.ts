import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What a child would otherwise work out at each start: its code without types, and the graphs of the models. The
 * folder holds a file for each name; a file counts only with the digest (SHA-256, hex) that is given for it here.
 */
export type PreparedEngine = { folder: string; digests: Readonly<Record<string, string>> };

/** The code, by the paths of its files in lib/. */
export const CODE_FILE = 'code.json';
/** The digests of the other files, written last. */
export const DIGESTS_FILE = 'digests.json';

/** What was prepared for a version of the engine; null where there is nothing, or not by us alone. */
export async function findPrepared(root: string, version: string): Promise<PreparedEngine | null> {
  const folder = join(root, version);
  try {
    if (!(await isOursAlone(root)) || !(await isOursAlone(folder))) return null;
    const digests: unknown = JSON.parse(await readFile(join(folder, DIGESTS_FILE), 'utf8'));
    return isTextByName(digests) ? { folder, digests } : null;
  } catch {
    return null;
  }
}

/** One of the files; null when it is missing or is not what was written. */
export async function readPrepared(
  { folder, digests }: PreparedEngine,
  name: string,
): Promise<Buffer | null> {
  const file = digests[name] ? await readFile(join(folder, name)).catch(() => null) : null;
  return file && digestOf(file) === digests[name] ? file : null;
}

export function digestOf(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex');
}

export function isPreparedEngine(value: unknown): value is PreparedEngine {
  if (typeof value !== 'object' || value === null || !('folder' in value) || !('digests' in value))
    return false;
  return typeof value.folder === 'string' && isTextByName(value.digests);
}

// Children run what lies there, so nobody else may have written it.
async function isOursAlone(folder: string): Promise<boolean> {
  const { uid, mode } = await stat(folder);
  return uid === process.getuid?.() && (mode & 0o077) === 0;
}

function isTextByName(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
