import type { Scope } from '#lib/access/index.ts';
import type { QueueEntry, QueueFilter, ReviewQueue } from '#lib/contracts/index.ts';
import { pageUrls } from '#lib/documents/index.ts';
import { countUndecided, findQueue, type QueueRow } from './queue-store.ts';

/** More are not shown at once: who decides on these sees the next ones. */
const MOST_SHOWN = 100;

/** Documents of the workspace to review, in the filter's order; nothing of what was deleted or is in the trash. */
export async function listQueue(scope: Scope, filter: QueueFilter): Promise<ReviewQueue> {
  const [{ rows, total }, counts] = await Promise.all([
    findQueue(scope, filter, MOST_SHOWN),
    countUndecided(scope),
  ]);
  return { entries: rows.map(toEntry), total, counts };
}

function toEntry({ thumbnailSha256, readAt, ...row }: QueueRow): QueueEntry {
  const { thumbnailUrl } = pageUrls(row.documentId, { number: 1, imageSha256: null, thumbnailSha256 });
  return { ...row, thumbnailUrl, readAt: readAt.toISOString() };
}
