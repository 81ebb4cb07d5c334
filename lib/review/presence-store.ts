import type { Scope } from '#lib/access/index.ts';
import type { Person } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

type Tab = { pageId: string; tabId: string; userId: string };

export async function findPageId(
  { workspaceId }: Scope,
  documentId: string,
  number: number,
): Promise<string | null> {
  const page = await database().page.findFirst({
    where: { documentId, number, document: { workspaceId, deletedAt: null } },
    select: { id: true },
  });
  return page?.id ?? null;
}

/** Notes that the tab has the page open. @returns whether that is new. */
export async function upsertPresence(tx: Tx, { pageId, tabId, userId }: Tab, now: Date): Promise<boolean> {
  // A tab's name is the browser's choice: nobody renews what another person's tab has noted.
  const [row] = await tx.$queryRaw<{ isNew: boolean }[]>`
    INSERT INTO presence (page_id, tab_id, user_id, seen_at) VALUES (${pageId}, ${tabId}, ${userId}, ${now})
    ON CONFLICT (page_id, tab_id) DO UPDATE SET seen_at = excluded.seen_at
    WHERE presence.user_id = excluded.user_id RETURNING xmax = 0 AS "isNew"`;
  return row?.isNew ?? false;
}

export async function deletePresence(tx: Tx, tab: Tab): Promise<boolean> {
  return (await tx.presence.deleteMany({ where: tab })).count > 0;
}

export async function deleteExpired(tx: Tx, before: Date): Promise<void> {
  await tx.presence.deleteMany({ where: { seenAt: { lt: before } } });
}

/** Other members of the workspace who have the page open, by name. */
export async function findPresent(
  { workspaceId }: Scope,
  pageId: string,
  { since, except }: { since: Date; except: string },
): Promise<Person[]> {
  const rows = await database().presence.findMany({
    where: {
      pageId,
      seenAt: { gte: since },
      userId: { not: except },
      user: { memberships: { some: { workspaceId } } },
    },
    distinct: ['userId'],
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    select: { user: { select: { id: true, name: true } } },
  });
  return rows.map(({ user }) => user);
}
