'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { plural } from '#app/_ui/words.ts';
import { type ActionResult, queueFilterOf, type ReviewState } from '#lib/contracts/index.ts';
import { reviewAddress } from '../../../../_components/review/review-address.ts';
import { useWorkspace } from '../../../../_components/workspace-context.tsx';
import { approveDocument, setReviewState } from '../actions.ts';
import { nextUndecided, type Overview } from './overview.ts';
import type { SessionPool } from './saving/session-pool.ts';

type Input = {
  pool: SessionPool;
  documentId: string;
  page: number;
  overview: Overview;
  onPage: (page: number) => void;
  onChanged: () => void;
};

/** Long enough to read why nothing was decided. */
const PROBLEM_SHOWN_MS = 10_000;
const UNSAVED = 'Your last changes are not saved yet, so nothing was decided. Try again when they are.';

/** What is decided about a page or the whole document; always about what is saved, so saving comes first. */
export function usePageDecisions({ pool, documentId, page, overview, onPage, onChanged }: Input) {
  const { slug, may } = useWorkspace();
  const router = useRouter();
  /** The queue that led here. */
  const queue = queueFilterOf(Object.fromEntries(useSearchParams()));
  const [running, setRunning] = useState<ReviewState | 'document' | null>(null);
  const target = { workspace: slug, documentId };
  useToldOfReopening(page, overview, running === 'in_review');

  async function decide<Data>(
    what: ReviewState | 'document',
    call: (seen: { page: number; revision: number }[]) => Promise<ActionResult<Data>>,
  ): Promise<{ data: Data } | { problem: string }> {
    if (running) return { problem: 'One moment: the last decision is still on its way.' };
    setRunning(what);
    // Saving may bring what others wrote, which was not seen.
    const seen = seenPages();
    const isSaved = what === 'document' ? await pool.flush() : await pool.open(page).flush();
    const result = isSaved ? await outcomeOf(() => call(seen)) : null;
    setRunning(null);
    // Also after a refusal: somebody changed what was decided on, and that is to be looked at.
    if (result) onChanged();
    if (result === null) return { problem: UNSAVED };
    return result.ok ? { data: result.data } : { problem: result.error.message };
  }

  function seenPages() {
    const open = pool.revisions();
    return overview.map(({ pageNumber, revision }) => ({
      page: pageNumber,
      revision: open.get(pageNumber) ?? revision,
    }));
  }

  async function setState(state: ReviewState, comment?: string): Promise<string | null> {
    const input = { ...target, pages: [page], state, ...(comment !== undefined && { comment }) };
    const outcome = await decide(state, (seen) => setReviewState({ ...input, seen }));
    return 'problem' in outcome ? outcome.problem : null;
  }

  async function approvePage() {
    if (!may.write) return;
    const problem = await setState('approved');
    if (problem) return void tell(problem);
    const next = nextUndecided(overview, page);
    toast.success(
      next === null ? `Page ${page} is approved. That was the last one.` : `Page ${page} is approved.`,
    );
    if (next !== null) onPage(next);
  }

  async function approveAll() {
    if (!may.write) return;
    const outcome = await decide('document', (seen) => approveDocument({ ...target, queue, seen }));
    if ('problem' in outcome) return void tell(outcome.problem);
    const { pages, next } = outcome.data;
    const done = pages === 0 ? 'All pages are approved.' : `${plural(pages, 'page')} approved.`;
    toast.success(next === null ? `${done} No other document waits for review.` : done);
    if (next !== null) router.push(reviewAddress(slug, next, queue));
  }

  async function reopen() {
    const problem = await setState('in_review');
    if (problem) tell(problem);
  }

  return {
    running,
    approvePage,
    approveAll,
    reopen,
    reject: (comment: string) => setState('rejected', comment),
  };
}

/** A page that was decided on is in review again once its text changes: that is said, unless it was asked for. */
function useToldOfReopening(page: number, overview: Overview, isAskedFor: boolean): void {
  const state = overview.find(({ pageNumber }) => pageNumber === page)?.state;
  const last = useRef({ page, state, isAskedFor });
  useEffect(() => {
    const before = last.current;
    last.current = { page, state, isAskedFor };
    if (before.page !== page || state !== 'in_review' || isAskedFor || before.isAskedFor) return;
    if (before.state === 'approved' || before.state === 'rejected')
      toast.info(
        `The text of page ${page} has changed: it is no longer ${before.state}, but in review again.`,
      );
  }, [page, state, isAskedFor]);
}

function tell(problem: string): void {
  toast.error(problem, { duration: PROBLEM_SHOWN_MS });
}
