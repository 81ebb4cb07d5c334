import type { Scope } from '#lib/access/index.ts';
import {
  type CreatedDocument,
  createDocument,
  type DocumentSource,
  recordOnDocuments,
} from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, newId, sealText, systemClock } from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { checkQuota } from '#lib/usage/index.ts';
import { insertJob } from './job-store.ts';

/**
 * Turns an upload or a file into a document that is being read: document, job and the first task are written
 * together. A worker looks into the file; the pages follow then. A password, for a PDF that may need one, is written
 * nowhere but, sealed, into that task.
 * @throws NotFound when the workspace has no such upload; Conflict when it was started already; QuotaReached
 */
export async function startJob(
  scope: Scope,
  {
    languages = [],
    password,
    ...source
  }: DocumentSource & { languages?: readonly string[]; password?: string | undefined },
  clock: Clock = systemClock,
): Promise<CreatedDocument> {
  const now = clock.now();
  const { workspaceId } = scope;
  return inTransaction(async (tx) => {
    const created = await createDocument(tx, scope, source, now);
    if (!created.isNew) return created;
    const { documentId } = created;
    await checkQuota(tx, scope, 1, now);
    await insertJob(tx, scope, { id: newId(), documentId, languages, createdAt: now });
    await recordOnDocuments(tx, scope, [documentId], 'job.started', { languages: [...languages] });
    if (password === undefined || isPicture(source)) {
      await enqueue(tx, 'inspect-document', { workspaceId, documentId });
    } else {
      const sealedPassword = sealText(password);
      await enqueue(tx, 'unlock-document', { workspaceId, documentId, sealedPassword });
    }
    await announce(tx, { topic: 'document', workspaceId, documentId });
    return created;
  });
}

function isPicture(source: DocumentSource): boolean {
  return 'file' in source && source.file.contentType !== 'application/pdf';
}
