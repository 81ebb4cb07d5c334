import type { RevisionSummary } from '#lib/contracts/index.ts';

/** Who works on a page is saved every few seconds; more than this apart, it is another sitting. */
const PAUSE_MS = 5 * 60_000;

/** What one person did in one go: its revisions, newest first, and what they changed taken together. */
export type Sitting = { revisions: readonly [RevisionSummary, ...RevisionSummary[]]; changes: Changes };

type Changes = RevisionSummary['changes'];

/** Joins the corrections that one person made one after the other. Both lists are newest first. */
export function joinRevisions(revisions: readonly RevisionSummary[]): Sitting[] {
  const sittings: [RevisionSummary, ...RevisionSummary[]][] = [];
  for (const revision of revisions) {
    const last = sittings.at(-1);
    const later = last?.at(-1);
    if (last && later && goOn(revision, later)) last.push(revision);
    else sittings.push([revision]);
  }
  return sittings.map((joined) => ({ revisions: joined, changes: changesOf(joined) }));
}

function goOn(earlier: RevisionSummary, later: RevisionSummary): boolean {
  const gapMs = Date.parse(later.createdAt) - Date.parse(earlier.createdAt);
  return (
    isSameAuthor(earlier, later) && earlier.kind === 'edit' && later.kind === 'edit' && gapMs <= PAUSE_MS
  );
}

function isSameAuthor(one: RevisionSummary, other: RevisionSummary): boolean {
  const isKnown = one.author !== null || one.apiToken !== null;
  return isKnown && one.author === other.author && one.apiToken === other.apiToken;
}

/** Each line as it was before the first and after the last; what came back to what it was is left out. */
function changesOf(newestFirst: readonly RevisionSummary[]): Changes {
  const lines = new Map<string, Changes[number]>();
  for (const change of newestFirst.flatMap(({ changes }) => changes)) {
    const known = lines.get(change.line);
    lines.set(change.line, known ? { ...known, before: change.before } : change);
  }
  return [...lines.values()].filter(({ before, after }) => before !== after);
}
