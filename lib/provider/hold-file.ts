import { openAsBlob } from 'node:fs';
import { config } from '#lib/platform/index.ts';
import { callTimeLimit, clientFor } from './client.ts';
import { findProviderFile, saveProviderFile } from './provider-file-store.ts';

export type FileToHold = { documentId: string; path: string; name: string; contentType: string };

/** A file about to expire is sent again: the page's prediction must be made before it does. */
const LEAST_LIFE_MS = 2 * 3_600_000;
/** When a service does not say: the official one keeps files for a day. */
const USUAL_LIFE_MS = 24 * 3_600_000;
const UPLOAD_TIMEOUT_MS = 10 * 60_000;

/** Uploads under way in this process, so that pages submitted together share one. */
const underWay = new Map<string, Promise<string>>();

/** The URL under which the service holds the document's bytes; sends them when it does not. */
export async function holdFile(workspaceId: string, file: FileToHold): Promise<string> {
  const until = new Date(Date.now() + LEAST_LIFE_MS);
  const held = await findProviderFile(file.documentId, config().provider.baseUrl, until);
  if (held) return held;
  const running = underWay.get(file.documentId);
  if (running) return running;
  const sending = send(workspaceId, file).finally(() => underWay.delete(file.documentId));
  underWay.set(file.documentId, sending);
  return sending;
}

async function send(workspaceId: string, file: FileToHold): Promise<string> {
  const { documentId, contentType, name } = file;
  const content = new File([await openAsBlob(file.path)], name, { type: contentType });
  const signal = callTimeLimit(UPLOAD_TIMEOUT_MS);
  const { urls, expires_at } = await clientFor(workspaceId).files.create(content, {}, { signal });
  const expiresAt = expires_at ? new Date(expires_at) : new Date(Date.now() + USUAL_LIFE_MS);
  await saveProviderFile({ documentId, provider: config().provider.baseUrl, url: urls.get, expiresAt });
  return urls.get;
}
