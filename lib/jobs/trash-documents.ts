import { personOf, type Scope } from '#lib/access/index.ts';
import type { DocumentChoice } from '#lib/contracts/index.ts';
import { chosenDocuments, moveToTrash, recordOnDocuments } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { stopNewestJob } from './cancel-job.ts';

/** Few enough for one transaction. */
const AT_ONCE = 200;

/**
 * Moves documents to the trash and stops their reading: each document together with its job, and up to 200 of them
 * all or none. @returns their ids. @throws NotFound when one that was named is not there.
 */
export async function trashDocuments(
  scope: Scope,
  choice: DocumentChoice,
  clock: Clock = systemClock,
): Promise<string[]> {
  const { workspaceId, actor } = scope;
  const trashedById = personOf(actor);
  const ids = await chosenDocuments(scope, choice);
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const part = ids.slice(start, start + AT_ONCE);
    await inTransaction(async (tx) => {
      const now = clock.now();
      for (const documentId of part) {
        await stopNewestJob(tx, scope, documentId, now);
        await announce(tx, { topic: 'document', workspaceId, documentId });
      }
      await moveToTrash(tx, scope, part, { trashedById, trashedAt: now });
      await recordOnDocuments(tx, scope, part, 'document.trashed');
    });
  }
  return ids;
}
