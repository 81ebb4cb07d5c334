import { personOf, type Scope } from '#lib/access/index.ts';
import { Conflict, type Tx } from '#lib/platform/index.ts';
import type { PageExtraction } from './extraction.ts';
import { nameOf } from './name-of.ts';
import { findOthersRevision } from './revision-store.ts';

/** A page by its number, and the revision that somebody had before them. */
export type SeenPage = { page: number; revision: number };

const MOST_NAMED = 5;

/**
 * What a person saved themselves since counts as seen. @throws Conflict when somebody else corrected one of the pages
 * since; who did is told
 */
export async function requireSeen(
  tx: Tx,
  { actor }: Scope,
  pages: readonly PageExtraction[],
  seen: readonly SeenPage[],
): Promise<void> {
  const known = new Map(seen.map(({ page, revision }) => [page, revision]));
  const changed: { pageNumber: number; author: string }[] = [];
  for (const { pageId, pageNumber, revision } of pages) {
    const after = known.get(pageNumber) ?? revision;
    if (after >= revision) continue;
    const other = await findOthersRevision(tx, pageId, { after, person: personOf(actor) });
    if (other) changed.push({ pageNumber, author: nameOf(other) ?? 'Somebody unknown' });
  }
  const [first, ...more] = changed;
  if (!first) return;
  if (more.length === 0) {
    throw new Conflict(
      `${first.author} corrected page ${first.pageNumber} since you looked. Look at it again; nothing was decided.`,
    );
  }
  const numbers = changed.slice(0, MOST_NAMED).map(({ pageNumber }) => pageNumber);
  const others = changed.length > MOST_NAMED ? ' and others' : '';
  throw new Conflict(
    `Pages ${numbers.join(', ')}${others} were corrected since you looked. Look at them again; nothing was decided.`,
  );
}
