import type { Scope } from '#lib/access/index.ts';
import type { ReviewState } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';

/** One state for each document of which something was read. */
export async function findReviewStates(
  { workspaceId }: Scope,
  documentIds: readonly string[],
): Promise<Map<string, ReviewState>> {
  if (documentIds.length === 0) return new Map();
  const rows = await database().$queryRaw<{ documentId: string; state: ReviewState }[]>`
    SELECT document_id AS "documentId", CASE
      WHEN bool_and(state = 'approved') THEN 'approved'
      WHEN bool_or(state = 'rejected') THEN 'rejected'
      WHEN bool_and(state = 'new') THEN 'new'
      ELSE 'in_review' END AS state
    FROM extraction WHERE workspace_id = ${workspaceId} AND document_id = ANY(${[...documentIds]}::text[])
    GROUP BY document_id`;
  return new Map(rows.map(({ documentId, state }) => [documentId, state]));
}
