'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import { z } from 'zod';
import { plural } from '#app/_ui/words.ts';
import type { DocumentProgress, PageProgress } from '#lib/contracts/index.ts';
import { DOUBTFUL_BELOW, unresolvedWords } from '#lib/corrections/index.ts';
import { useWorkspace } from '../../../../_components/workspace-context.tsx';
import type { PageChoice } from '../../_components/use-page-choice.ts';
import type { Overview } from './overview.ts';
import type { PaneName } from './review-panes.tsx';
import type { SessionPool } from './saving/session-pool.ts';
import { useBindings } from './shortcuts/use-bindings.ts';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';
import { editorCaret } from './text/editor-caret.ts';
import { useLineVerbs } from './text/use-line-verbs.ts';
import { useTextFocus } from './text/use-text-focus.ts';
import { useAnnouncement } from './use-announcement.ts';
import { usePageDecisions } from './use-page-decisions.ts';
import { useStored } from './use-stored.ts';

const thresholdSchema = z.number().min(0).max(1);

/** News of prepared pages come like those of the open one; this is for what may have gone before them. */
const FRESH_MS = 5_000;

export type DeskInput = {
  pool: SessionPool;
  progress: DocumentProgress;
  page: PageProgress;
  overview: Overview;
  choice: PageChoice;
  onChanged: () => void;
};

/** What opens beside the text. */
export type SidePane = 'history' | 'comments';

export type OpenDialog = 'help' | 'reject' | 'conflict' | 'again' | 'import' | 'export' | null;

/** Everything that the review screen knows and can do about the page that is open. */
export function useDesk({ pool, progress, page, overview, choice, onChanged }: DeskInput) {
  const { may } = useWorkspace();
  const { number } = page;
  const last = progress.pages.length;
  const session = useMemo(() => pool.open(number), [pool, number]);
  const snapshot = useSyncExternalStore(session.watch, session.snapshot, session.snapshot);
  const { edits, saving } = snapshot;
  const [threshold, setThreshold] = useStored('lectern-review-threshold', thresholdSchema, DOUBTFUL_BELOW);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const pointedAt = useSearchParams().get('comment');
  const [side, setSide] = useState<SidePane | null>(pointedAt === null ? null : 'comments');
  const [pane, setPane] = useState<PaneName>(pointedAt === null ? 'text' : 'side');
  const [said, say] = useAnnouncement();
  const focus = useTextFocus(number);
  const verbs = useLineVerbs({ session, threshold, focus, say });
  const keys = useBindings();
  const textPane = useRef<HTMLElement>(null);
  const picturePane = useRef<HTMLElement>(null);
  /** Who leaves a page with the caret in its text goes on in the text of the next. */
  const wasInText = useRef(false);
  const decidedInText = useRef(false);
  const opened = useRef<typeof session>(null);

  const inDoubt = useMemo(() => unresolvedWords(edits?.lines ?? [], threshold).length, [edits, threshold]);
  const isLoaded = edits !== null;

  function goToPage(next: number) {
    if (next < 1 || next > last || next === choice.asked()) return false;
    wasInText.current = editorCaret() !== null || wasInText.current;
    session.saveNow();
    choice.choose(next);
    return true;
  }
  const newestWay = useRef(goToPage);
  useEffect(() => {
    newestWay.current = goToPage;
  });
  /** Never changes, so that hundreds of pages in the strip are not drawn anew with every key. */
  const choosePage = useCallback((next: number) => void newestWay.current(next), []);
  const decisions = usePageDecisions({
    pool,
    documentId: progress.document.id,
    page: number,
    overview,
    onPage: (next) => {
      wasInText.current = decidedInText.current;
      goToPage(next);
    },
    onChanged,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was read just now is fetched again.
  useEffect(() => {
    // What was prepared a moment ago is not fetched again.
    const unlessWithinMs = opened.current === session ? 0 : FRESH_MS;
    opened.current = session;
    void session.renew({ unlessWithinMs }).then(() => {
      if (number < last) pool.prepare(number + 1);
    });
  }, [session, page.completedAt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each page, when its text is there.
  useEffect(() => {
    if (!isLoaded) return;
    say(`Page ${number} of ${last}, ${plural(inDoubt, 'word')} in doubt.`);
    if (wasInText.current) verbs.goToText();
    wasInText.current = false;
  }, [number, isLoaded]);

  useEffect(() => {
    if (saving.step === 'conflict') setDialog('conflict');
  }, [saving.step]);

  function edit(verb: () => unknown): () => unknown {
    return () => (may.write && isLoaded ? verb() : false);
  }
  function approve(verb: () => Promise<void>): () => unknown {
    return edit(() => {
      decidedInText.current = editorCaret() !== null;
      void verb();
    });
  }
  useShortcuts(keys.bindings, {
    nextWord: edit(verbs.nextWord),
    previousWord: edit(verbs.previousWord),
    confirmWord: edit(verbs.confirmWord),
    confirmLine: edit(verbs.confirmLine),
    nextLine: edit(verbs.nextLine),
    splitLine: edit(verbs.splitLine),
    mergePrevious: edit(verbs.mergePrevious),
    mergeNext: edit(verbs.mergeNext),
    addLine: edit(verbs.addLine),
    removeLine: edit(verbs.removeLine),
    moveUp: edit(verbs.moveUp),
    moveDown: edit(verbs.moveDown),
    undo: edit(verbs.undo),
    redo: edit(verbs.redo),
    leaveText: () => textPane.current?.focus(),
    save: edit(session.saveNow),
    nextPage: () => goToPage(choice.asked() + 1),
    previousPage: () => goToPage(choice.asked() - 1),
    approvePage: approve(decisions.approvePage),
    rejectPage: edit(() => setDialog('reject')),
    approveDocument: approve(decisions.approveAll),
    goToText: () => {
      setPane('text');
      if (may.write) verbs.goToText();
      else textPane.current?.focus();
    },
    goToPicture: () => {
      setPane('picture');
      // On small windows it is drawn only now.
      requestAnimationFrame(() => picturePane.current?.focus());
    },
    history: () => toggleSide('history'),
    comments: () => toggleSide('comments'),
    exportDocument: () => void exportDocument(),
    help: () => setDialog('help'),
  });

  /** Not without what was just written, on whichever page. */
  async function exportDocument() {
    if (await pool.flush()) setDialog('export');
    else
      toast.error(
        'Some of your changes in this document are not saved yet, perhaps on another page. Export it once they are.',
      );
  }

  function toggleSide(wanted: SidePane) {
    setPane(side === wanted ? 'text' : 'side');
    setSide(side === wanted ? null : wanted);
  }

  return {
    session,
    snapshot,
    threshold,
    setThreshold,
    dialog,
    setDialog,
    exportDocument,
    side,
    toggleSide,
    pane,
    setPane,
    said,
    focus,
    verbs,
    keys,
    textPane,
    picturePane,
    inDoubt,
    choosePage,
    decisions,
    mayWrite: may.write,
  };
}
