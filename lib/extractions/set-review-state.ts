import { personOf, type Scope } from '#lib/access/index.ts';
import type { ReviewState } from '#lib/contracts/index.ts';
import { errorCounts } from '#lib/corrections/index.ts';
import { getDocument, recordOnDocuments } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import {
  type Clock,
  InvalidInput,
  inTransaction,
  NotFound,
  storableText,
  systemClock,
  type Tx,
} from '#lib/platform/index.ts';
import type { PageExtraction } from './extraction.ts';
import { type Decision, lockExtractions, type PageErrors, setDecision } from './extraction-store.ts';
import { findReadings } from './machine-reading-store.ts';
import { recordMissing } from './record-missing.ts';
import { requireSeen, type SeenPage } from './require-seen.ts';
import { insertReason } from './review-reason-store.ts';

export type StateChange = {
  /** Page numbers, or all pages that were read. */
  pages: readonly number[] | 'all';
  state: ReviewState;
  /** Why; a rejection needs one. It is kept as a comment on the page, or on the document when several are meant. */
  comment?: string | undefined;
  /** What the person saw of these pages: when somebody else corrected one since, nothing is decided. */
  seen?: readonly SeenPage[] | undefined;
};

const notCounted = { characterErrors: null, characterCount: null, wordErrors: null };

/**
 * Decides on pages. An approval counts what the machine had read wrong. Pages that have the state already keep who
 * decided and when. @returns how many pages changed. @throws NotFound; Conflict when somebody else corrected
 * one of them since it was seen; InvalidInput for a rejection without a reason
 */
export async function setReviewState(
  scope: Scope,
  documentId: string,
  { pages, state, comment = '', seen = [] }: StateChange,
  clock: Clock = systemClock,
): Promise<number> {
  const reason = storableText(comment).trim();
  if (state === 'rejected' && reason === '') {
    throw new InvalidInput('Say what is wrong, so that others can mend it.', [
      { field: 'comment', type: 'missing', description: 'Say what is wrong.' },
    ]);
  }
  await getDocument(scope, documentId);
  await recordMissing({ documentId });
  return inTransaction(async (tx) => {
    const read = await lockExtractions(tx, scope, documentId);
    const wanted = pages === 'all' ? read : read.filter(({ pageNumber }) => pages.includes(pageNumber));
    if (pages !== 'all' && wanted.length < new Set(pages).size) {
      throw new NotFound('Nothing has been read on this page yet.');
    }
    const changing = wanted.filter((page) => page.state !== state);
    await requireSeen(tx, scope, changing, seen);
    const now = clock.now();
    await setDecision(tx, decisionOf(scope, state, now), await errorsOf(tx, changing, state));
    const page = pages !== 'all' && wanted.length === 1 ? (wanted[0]?.pageNumber ?? null) : null;
    if (reason !== '') await insertReason(tx, scope, { documentId, pageNumber: page, body: reason, now });
    if (changing.length > 0) {
      const numbers = changing.map(({ pageNumber }) => String(pageNumber));
      const details = { state, pages: pages === 'all' ? 'all' : numbers };
      await recordOnDocuments(tx, scope, [documentId], 'page.decided', details);
    }
    const { workspaceId } = scope;
    await announce(tx, { topic: 'document', workspaceId, documentId, ...(page !== null && { page }) });
    return changing.length;
  });
}

function decisionOf({ actor }: Scope, state: ReviewState, now: Date): Decision {
  const isDecided = state === 'approved' || state === 'rejected';
  return {
    state,
    reviewedById: isDecided ? personOf(actor) : null,
    reviewedAt: isDecided ? now : null,
  };
}

/** Of the machine's texts against the approved ones; nothing is counted before approval. */
async function errorsOf(tx: Tx, pages: readonly PageExtraction[], state: ReviewState): Promise<PageErrors[]> {
  if (state !== 'approved') return pages.map(({ pageId }) => ({ pageId, ...notCounted }));
  const corrected = pages.filter(({ revision }) => revision > 0);
  const readings = await findReadings(
    corrected.map(({ jobPageId }) => jobPageId),
    tx,
  );
  return pages.map(({ pageId, jobPageId, text }) => {
    const { characterErrors, characterCount, wordErrors } = errorCounts(
      text,
      readings.get(jobPageId)?.text ?? text,
    );
    return { pageId, characterErrors, characterCount, wordErrors };
  });
}
