import { findKeptEdits, tabName } from './kept-edits.ts';
import { PageSession } from './page-session.ts';

/** Pages that stay at hand after they were left, so that paging back is instant and undo still works. */
const MOST_IDLE = 6;

/** The pages of one document that are open for review in this tab. */
export class SessionPool {
  readonly #place: { user: string; documentId: string; tab: string };
  readonly #sessions = new Map<number, PageSession>();

  constructor(user: string, documentId: string) {
    // The server, which draws the page first, is no tab.
    this.#place = { user, documentId, tab: typeof window === 'undefined' ? '' : tabName() };
  }

  /** Takes up what was not saved before the tab was loaded anew; call it once, before all else. */
  async restore(): Promise<void> {
    for (const kept of await findKeptEdits(this.#place)) {
      if (this.#sessions.has(kept.page)) continue;
      this.#sessions.set(kept.page, new PageSession({ ...this.#place, page: kept.page }, kept));
    }
  }

  open(page: number): PageSession {
    const session = this.#sessions.get(page) ?? new PageSession({ ...this.#place, page });
    this.#sessions.delete(page);
    this.#sessions.set(page, session);
    this.#dropOldest();
    return session;
  }

  /** Fetches a page ahead, unless it is there. */
  prepare(page: number): void {
    if (!this.#sessions.has(page)) void this.open(page).renew();
  }

  /** Fetches again what is open of these pages. @returns whether all of it worked */
  async renew(pages: ReadonlySet<number> | 'all'): Promise<boolean> {
    const wanted = [...this.#sessions].filter(([page]) => pages === 'all' || pages.has(page));
    const results = await Promise.all(wanted.map(([, session]) => session.renew()));
    return results.every(Boolean);
  }

  saveNow = (): void => {
    for (const session of this.#sessions.values()) session.saveNow();
  };

  /** Sends everything. @returns whether all of it is stored now */
  async flush(): Promise<boolean> {
    const results = await Promise.all([...this.#sessions.values()].map((session) => session.flush()));
    return results.every(Boolean);
  }

  /** What was last seen of the pages that are open, by number. */
  revisions(): Map<number, number> {
    const known = [...this.#sessions].map(([page, session]) => [
      page,
      session.snapshot().edits?.server.revision,
    ]);
    return new Map(known.filter((pair): pair is [number, number] => pair[1] !== undefined));
  }

  leave = (): void => {
    for (const session of this.#sessions.values()) session.leave();
  };

  #dropOldest(): void {
    const idle = [...this.#sessions].filter(([, session]) => !session.isNeeded());
    // The newest is about to be watched.
    for (const [page] of idle.slice(0, Math.max(0, idle.length - MOST_IDLE))) this.#sessions.delete(page);
  }
}
