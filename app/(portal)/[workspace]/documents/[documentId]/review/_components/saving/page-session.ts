import type { Extraction, LineOperation } from '#lib/contracts/index.ts';
import type { EditPlace } from './edit-step.ts';
import { forgetEdits, HOLD_MS, type KeptEdits, type KeptKey, keepEdits, newName } from './kept-edits.ts';
import {
  hasUnsaved,
  type PageEdits,
  startEdits,
  withConflict,
  withEdit,
  withNews,
  withSaved,
  withSending,
} from './page-edits.ts';
import { fetchExtraction, type Refusal, sendSave } from './send-save.ts';
import { type Choices, openConflicts, settled } from './settle-conflict.ts';
import { redone, undone } from './undo.ts';

/** After the last key. */
const SAVE_AFTER_MS = 800;
const KEEP_AFTER_MS = 100;
const RETRY_DELAYS_MS = [2_000, 5_000, 10_000, 30_000];

export type SavingStep =
  | { step: 'saved' }
  | { step: 'waiting' }
  | { step: 'saving' }
  | { step: 'unreachable' }
  | { step: 'conflict' }
  | { step: 'refused'; why: Refusal; message: string };

export type PageSnapshot = {
  /** Null until the page has been fetched. */
  edits: PageEdits | null;
  saving: SavingStep;
  /** Why there is nothing to show. */
  problem: { why: Refusal | 'unreachable'; message: string } | null;
};

/**
 * One page of the review: fetches it, keeps what the person does, saves it in order and goes on when others save.
 * What is not saved is kept in the browser's database until it is. Tells its watchers of every change.
 */
export class PageSession {
  readonly #key: KeptKey;
  readonly #watchers = new Set<() => void>();
  #snapshot: PageSnapshot = { edits: null, saving: { step: 'saved' }, problem: null };
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #renewedAtMs = 0;

  constructor(key: KeptKey, kept?: KeptEdits) {
    this.#key = key;
    if (!kept) return;
    this.#show({ edits: startEdits(kept.server, kept), saving: { step: 'waiting' } });
    if (kept.tab !== key.tab) void forgetEdits(kept);
    this.#keepSoon();
    this.#saveSoon(0);
  }

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  snapshot = (): PageSnapshot => this.#snapshot;

  /** Whether dropping the session would lose something or leave somebody without news. */
  isNeeded(): boolean {
    const { edits } = this.#snapshot;
    return this.#watchers.size > 0 || (edits !== null && hasUnsaved(edits));
  }

  /** Sends what waits. @returns whether all of it is stored now */
  async flush(): Promise<boolean> {
    const { edits } = this.#snapshot;
    if (!edits || !hasUnsaved(edits)) return true;
    if (edits.conflict) return false;
    this.saveNow();
    return new Promise((resolve) => {
      const stop = this.watch(() => {
        const { saving, edits: now } = this.#snapshot;
        const isDone = now !== null && !hasUnsaved(now);
        if (!isDone && (saving.step === 'waiting' || saving.step === 'saving')) return;
        stop();
        resolve(isDone);
      });
    });
  }

  /** Fetches what the page says now, unless that was done just before. @returns whether that worked */
  async renew({ unlessWithinMs = 0 } = {}): Promise<boolean> {
    if (Date.now() - this.#renewedAtMs < unlessWithinMs) return true;
    const { page, documentId } = this.#key;
    const answer = await fetchExtraction(documentId, page);
    if (answer.outcome === 'ok') {
      this.#renewedAtMs = Date.now();
      this.take(answer.extraction);
    } else if (!this.#snapshot.edits) {
      const problem =
        answer.outcome === 'refused'
          ? { why: answer.why, message: answer.message }
          : { why: 'unreachable' as const, message: 'Lectern could not be reached. Check your connection.' };
      this.#show({ problem });
    }
    return answer.outcome !== 'unreachable';
  }

  /** Goes on from what the server says now, wherever that came from. */
  take(extraction: Extraction): void {
    const { edits } = this.#snapshot;
    this.#show({ edits: edits ? withNews(edits, extraction) : startEdits(extraction), problem: null });
  }

  edit(operations: readonly LineOperation[], place: EditPlace): void {
    const { edits } = this.#snapshot;
    if (!edits) return;
    const next = withEdit(edits, operations, { place, nowMs: Date.now() });
    if (next !== edits) this.#changed(next);
  }

  undo(): EditPlace | 'overtaken' | null {
    return this.#step(undone);
  }

  redo(): EditPlace | 'overtaken' | null {
    return this.#step(redone);
  }

  settle(choices: Choices): void {
    const { edits } = this.#snapshot;
    if (edits) this.#changed(settled(edits, choices), 0);
  }

  /** Sends at once what waits; also after a refusal. */
  saveNow = (): void => {
    this.#failures = 0;
    this.#saveSoon(0);
  };

  /** The page is being left for good: one last try, of which nobody will hear the answer. */
  leave(): void {
    const { edits } = this.#snapshot;
    if (!edits || !hasUnsaved(edits)) return;
    const leaving = withSending(edits, newName());
    void keepEdits({ ...this.#key, ...unsavedOf(leaving) });
    const { documentId, page } = this.#key;
    if (leaving.sending) void sendSave(documentId, page, leaving.sending, { keepalive: true });
  }

  #step(take: typeof undone): EditPlace | 'overtaken' | null {
    const { edits } = this.#snapshot;
    const result = edits ? take(edits) : ({ outcome: 'nothing' } as const);
    if (result.outcome === 'nothing') return null;
    this.#changed(result.edits);
    return result.outcome === 'done' ? result.place : 'overtaken';
  }

  #changed(edits: PageEdits, delayMs = SAVE_AFTER_MS): void {
    const { saving } = this.#snapshot;
    // A refusal or a lost connection stays in view until a try has worked.
    const isTold = saving.step === 'refused' || saving.step === 'unreachable' || edits.sending !== null;
    const step = edits.conflict ? 'conflict' : hasUnsaved(edits) ? 'waiting' : 'saved';
    this.#show({ edits, ...(isTold && !edits.conflict ? {} : { saving: { step } }) });
    this.#keepSoon();
    if (saving.step !== 'unreachable') this.#saveSoon(delayMs);
  }

  #saveSoon(delayMs: number): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.#save(), delayMs);
  }

  async #save(): Promise<void> {
    const { edits, saving } = this.#snapshot;
    if (!edits || saving.step === 'saving') return;
    const next = withSending(edits, newName());
    if (!next.sending) return;
    this.#show({ edits: next, saving: { step: 'saving' } });
    this.#keepSoon();
    const answer = await sendSave(this.#key.documentId, this.#key.page, next.sending);
    this.#answered(answer);
  }

  #answered(answer: Awaited<ReturnType<typeof sendSave>>): void {
    const { edits } = this.#snapshot;
    if (!edits) return;
    if (answer.outcome === 'unreachable') {
      this.#show({ saving: { step: 'unreachable' } });
      this.#saveSoon(RETRY_DELAYS_MS[Math.min(this.#failures++, RETRY_DELAYS_MS.length - 1)] ?? 0);
      return;
    }
    this.#failures = 0;
    if (answer.outcome === 'refused') {
      this.#show({ saving: { step: 'refused', why: answer.why, message: answer.message } });
      return;
    }
    const heard =
      answer.outcome === 'saved'
        ? withSaved(edits, answer.extraction)
        : withConflict(edits, answer.conflicts, answer.extraction);
    const isAgreed = heard.conflict !== null && openConflicts(heard).length === 0;
    const next = isAgreed ? settled(heard, new Map()) : heard;
    this.#show({ edits: next, saving: { step: 'saved' } });
    this.#changed(next);
  }

  /** Soon after each change, and again before the hold on it ends. */
  #keepSoon(delayMs = KEEP_AFTER_MS): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => {
      const { edits } = this.#snapshot;
      if (!edits || !hasUnsaved(edits)) return void forgetEdits(this.#key);
      void keepEdits({ ...this.#key, ...unsavedOf(edits) });
      this.#keepSoon(HOLD_MS / 2);
    }, delayMs);
  }

  #show(change: Partial<PageSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const watcher of this.#watchers) watcher();
  }
}

function unsavedOf({ server, sending, waiting }: PageEdits) {
  return { server, sending, waiting: [...waiting] };
}
