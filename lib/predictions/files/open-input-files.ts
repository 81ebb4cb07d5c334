import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { blobFile } from '#lib/blobs/index.ts';
import { MAX_UPLOAD_BYTES } from '#lib/contracts/index.ts';
import { ModelFailure } from '#lib/models/index.ts';
import { OutboundError, outboundFetch } from '#lib/platform/index.ts';
import { decodeDataUrl } from './decode-data-url.ts';

const DOWNLOAD_TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 5;

/** Of the folder in which one running prediction keeps its input. */
export const INPUT_FOLDER_PREFIX = join(tmpdir(), 'lectern-input-');

export type InputFiles = {
  /** The local file with the bytes that a URL of the input names. @throws ModelFailure */
  open(url: string): Promise<string>;
  /** Removes the files that were made. */
  close(): Promise<void>;
};

/** Gives a running model the files its input names. `pinned` holds the blob keys of this service's own files. */
export function openInputFiles(pinned: Record<string, string | null>, signal: AbortSignal): InputFiles {
  let folder: Promise<string> | undefined;

  async function newPath(): Promise<string> {
    folder ??= mkdtemp(INPUT_FOLDER_PREFIX);
    return join(await folder, randomUUID());
  }

  async function open(url: string): Promise<string> {
    const key = pinned[url];
    if (key) return await blobFile(key);
    if (key === null)
      throw new ModelFailure(`The file ${url} does not exist or has expired. Upload it again.`);
    const path = await newPath();
    if (/^data:/i.test(url)) await writeFile(path, decodeDataUrl(url));
    else await download(url, path, signal);
    return path;
  }

  async function close(): Promise<void> {
    if (folder) await rm(await folder, { recursive: true, force: true });
  }

  return { open, close };
}

async function download(url: string, path: string, signal: AbortSignal): Promise<void> {
  try {
    const answer = await outboundFetch(url, {
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
      maxBytes: MAX_UPLOAD_BYTES,
      maxRedirects: MAX_REDIRECTS,
      signal,
    });
    try {
      if (answer.status !== 200)
        throw new OutboundError(`${new URL(url).hostname} answered with status ${answer.status}.`);
      await pipeline(answer.body, createWriteStream(path));
    } finally {
      answer.discard();
    }
  } catch (error) {
    if (error instanceof OutboundError)
      throw new ModelFailure(`The input file could not be fetched: ${error.message}`, { cause: error });
    throw error;
  }
}
