import { personOf, type Scope } from '#lib/access/index.ts';
import type { Person } from '#lib/contracts/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, NotFound, systemClock, type Tx } from '#lib/platform/index.ts';
import { deleteExpired, deletePresence, findPageId, findPresent, upsertPresence } from './presence-store.ts';

/** Who has not said for so long that a page is open has gone. */
const LIFETIME_MS = 60_000;

type OpenPage = { documentId: string; pageNumber: number; tabId: string };

/** The asker's tab has the page open, for now. @returns the others who have. @throws NotFound */
export async function notePresence(
  scope: Scope,
  open: OpenPage,
  clock: Clock = systemClock,
): Promise<Person[]> {
  const pageId = await pageOf(scope, open);
  const userId = personOf(scope.actor);
  if (userId === null) return [];
  const now = clock.now();
  const since = new Date(now.getTime() - LIFETIME_MS);
  await inTransaction(async (tx) => {
    await deleteExpired(tx, since);
    const isNew = await upsertPresence(tx, { pageId, tabId: open.tabId, userId }, now);
    if (isNew) await tell(tx, scope, open);
  });
  return findPresent(scope, pageId, { since, except: userId });
}

/** The asker's tab has closed the page. @throws NotFound */
export async function endPresence(scope: Scope, open: OpenPage): Promise<void> {
  const pageId = await pageOf(scope, open);
  const userId = personOf(scope.actor);
  if (userId === null) return;
  await inTransaction(async (tx) => {
    if (await deletePresence(tx, { pageId, tabId: open.tabId, userId })) await tell(tx, scope, open);
  });
}

async function pageOf(scope: Scope, { documentId, pageNumber }: OpenPage): Promise<string> {
  const pageId = await findPageId(scope, documentId, pageNumber);
  if (pageId === null) throw new NotFound('There is no such page.');
  return pageId;
}

function tell(tx: Tx, { workspaceId }: Scope, { documentId, pageNumber }: OpenPage): Promise<void> {
  return announce(tx, { topic: 'presence', workspaceId, documentId, page: pageNumber });
}
