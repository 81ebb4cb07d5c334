import { type ClosedWhy, portalEventSchema } from '#lib/contracts/index.ts';
import { watchSignedOut } from './signed-out.ts';

/** `everything`: anything may have been missed, so fetch all again. */
export type Change = { documentId: string; page: number | undefined } | 'everything';
export type ChangeListener = (change: Change) => void;
/** `closed`: the reader may see no more, and nothing is fetched or tried again. */
export type LiveState = 'connecting' | 'live' | 'cut' | 'closed';

/** What to subscribe to, in place of a document, for news of exports. */
export const EXPORTS = 'exports';

/** The same for news of tags and folders. */
export const LIBRARY = 'library';

/** The same for news of who has pages of a document open. */
export function presenceIn(documentId: string): string {
  return `presence ${documentId}`;
}

/** The same for documents that the reader had read, when that has ended. */
export const JOB_ENDS = 'job ends';

/** A short break goes unnoticed; after this long the reader is told and fetching by the clock begins. */
const GRACE_MS = 2_000;
const POLL_INTERVAL_MS = 5_000;
/** A refused stream is opened again ever more slowly; a dropped one is the browser's own business. */
const REOPEN_DELAYS_MS = [1_000, 2_000, 5_000, 10_000];
/** Browsers allow six connections to a server: tabs that nobody looks at give theirs back. */
const HIDDEN_LIMIT_MS = 30_000;

/** One event stream for the whole tab. The stream is a hint: what it says is always fetched. */
export class LiveConnection {
  readonly #url: string;
  readonly #listeners = new Map<ChangeListener, string>();
  readonly #watchers = new Set<() => void>();
  readonly #accessWatchers = new Set<() => void>();
  #source: EventSource | undefined;
  #state: LiveState = 'connecting';
  #closedWhy: ClosedWhy | undefined;
  #staysWhenHidden = false;
  #refusals = 0;
  #reopenTimer: ReturnType<typeof setTimeout> | undefined;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;
  #pollTimer: ReturnType<typeof setInterval> | undefined;
  #hiddenTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** Begins; returns how to end. */
  start = (): (() => void) => {
    document.addEventListener('visibilitychange', this.#onVisibility);
    const unwatch = watchSignedOut(() => this.#closeForGood('session'));
    this.#open();
    return () => {
      unwatch();
      document.removeEventListener('visibilitychange', this.#onVisibility);
      clearTimeout(this.#hiddenTimer);
      this.#close();
    };
  };

  /** Calls back for one document, or with '*' for all of the workspace; returns how to stop. */
  subscribe = (documentId: string, listener: ChangeListener): (() => void) => {
    this.#listeners.set(listener, documentId);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps the stream also while nobody looks; returns how to end that. */
  stayWhenHidden = (): (() => void) => {
    this.#staysWhenHidden = true;
    this.#onVisibility();
    return () => {
      this.#staysWhenHidden = false;
      this.#onVisibility();
    };
  };

  state = (): LiveState => this.#state;

  /** Why the reader may see no more; undefined while they may. */
  closedWhy = (): ClosedWhy | undefined => this.#closedWhy;

  watchState = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Calls back when the reader's role may be another one; returns how to stop. */
  watchAccess = (watcher: () => void): (() => void) => {
    this.#accessWatchers.add(watcher);
    return () => this.#accessWatchers.delete(watcher);
  };

  #open() {
    clearTimeout(this.#reopenTimer);
    const source = new EventSource(this.#url);
    this.#source = source;
    source.onopen = () => {
      // The server has just drawn tags and folders; drawing the page again would take its reader's focus.
      const justDrawn = this.#state === 'connecting' ? LIBRARY : undefined;
      this.#refusals = 0;
      this.#endBreak();
      this.#setState('live');
      this.#tell('everything', justDrawn);
    };
    source.onmessage = ({ data }) => this.#receive(data);
    source.onerror = () => {
      this.#beginBreak();
      if (source.readyState === EventSource.CLOSED) void this.#afterRefusal(source);
    };
  }

  #close() {
    this.#source?.close();
    this.#source = undefined;
    clearTimeout(this.#reopenTimer);
    this.#endBreak();
  }

  /** An event source does not tell why it was refused. */
  async #afterRefusal(source: EventSource) {
    const status = await fetch(this.#url, { method: 'HEAD' }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (this.#source !== source) return;
    if (status === 401) this.#closeForGood('session');
    else if (status === 404) this.#closeForGood('membership');
    else this.#reopenLater();
  }

  #closeForGood(why: ClosedWhy) {
    this.#close();
    this.#closedWhy = why;
    this.#setState('closed');
  }

  #reopenLater() {
    const delayMs = REOPEN_DELAYS_MS[Math.min(this.#refusals++, REOPEN_DELAYS_MS.length - 1)];
    this.#reopenTimer = setTimeout(() => this.#open(), delayMs);
  }

  #beginBreak() {
    if (this.#graceTimer) return;
    this.#graceTimer = setTimeout(() => {
      this.#setState('cut');
      this.#tell('everything');
      this.#pollTimer = setInterval(() => this.#tell('everything'), POLL_INTERVAL_MS);
    }, GRACE_MS);
  }

  #endBreak() {
    clearTimeout(this.#graceTimer);
    clearInterval(this.#pollTimer);
    this.#graceTimer = undefined;
  }

  #onVisibility = () => {
    clearTimeout(this.#hiddenTimer);
    if (document.visibilityState === 'hidden' && !this.#staysWhenHidden) {
      this.#hiddenTimer = setTimeout(() => this.#close(), HIDDEN_LIMIT_MS);
    } else if (!this.#source && !this.#closedWhy) {
      this.#open();
    }
  };

  #receive(data: string) {
    const event = portalEventSchema.safeParse(JSON.parse(data));
    if (!event.success || event.data.type === 'resync') this.#tell('everything');
    else if (event.data.type === 'closed') this.#closeForGood(event.data.why);
    else if (event.data.type === 'access') this.#callAccessWatchers();
    else if (event.data.type === 'export') this.#tellAbout(EXPORTS);
    else if (event.data.type === 'library') this.#tellAbout(LIBRARY, '*');
    else if (event.data.type === 'job-end') this.#tellOfJobEnd(event.data.documentId);
    else if (event.data.type === 'presence') this.#tellAbout(presenceIn(event.data.documentId));
    else this.#tell({ documentId: event.data.documentId, page: event.data.page });
  }

  #callAccessWatchers() {
    for (const watcher of this.#accessWatchers) watcher();
  }

  #tellAbout(...wanted: string[]) {
    for (const [listener, subject] of this.#listeners) if (wanted.includes(subject)) listener('everything');
  }

  #tellOfJobEnd(documentId: string) {
    for (const [listener, subject] of this.#listeners) {
      if (subject === JOB_ENDS) listener({ documentId, page: undefined });
    }
  }

  #tell(change: Change, except?: string) {
    for (const [listener, documentId] of this.#listeners) {
      if (documentId === except) continue;
      if (change === 'everything' || documentId === '*' || documentId === change.documentId) listener(change);
    }
  }

  #setState(state: LiveState) {
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}
