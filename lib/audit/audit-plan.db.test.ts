import { beforeAll, expect, it } from 'vitest';
import { database, sql } from '#lib/platform/database.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { type AuditPlace, eventsQuery } from './audit-list-store.ts';

// How PostgreSQL looks up a page of a long trail. Rows are counted, not milliseconds.

const ROWS = 200_000;
const PAGE = 51;

let user: TestUser;
beforeAll(async () => {
  user = await createUser();
  const stranger = await createUser();
  // A twentieth are strangers who sign in, and of the rest three in four were done in another workspace.
  await database().$executeRaw`
    INSERT INTO audit_event (id, at, workspace_id, actor_kind, actor_id, act, target_kind, target_id)
    SELECT 'plan ' || i, now() - i * interval '1 second',
      CASE WHEN i % 20 = 0 THEN NULL WHEN i % 4 = 1 THEN ${user.workspace.id} ELSE ${stranger.workspace.id} END, 'user',
      CASE WHEN i % 4 = 1 THEN ${user.id} ELSE ${stranger.id} END,
      CASE WHEN i % 20 = 0 THEN 'account.signed_in' ELSE 'document.renamed' END, 'document', 'document ' || i
    FROM generate_series(1, ${ROWS}::int) AS i`;
  await database().$executeRaw`ANALYZE audit_event`;
}, 60_000);

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
};

/** The steps of the plan that read this table. */
async function readsOf(place: AuditPlace, table = 'audit_event'): Promise<Node[]> {
  const [row] = await database().$queryRaw<{ 'QUERY PLAN': [{ Plan: Node }] }[]>(
    sql`EXPLAIN (ANALYZE, FORMAT JSON) ${eventsQuery(place, {}, null, PAGE)}`,
  );
  const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return (row ? all(row['QUERY PLAN'][0].Plan) : []).filter((node) => node['Relation Name'] === table);
}

const rowsRead = (node: Node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);

it('reads one page of what was done in a workspace, and of the rest only what was done in none', async () => {
  const [own, signIns, ...others] = await readsOf({ workspaceId: user.workspace.id });
  expect(others).toEqual([]);
  // Along the workspace's index or along time, whichever is shorter: only a few rows of others are passed over.
  expect(own?.['Node Type']).toBe('Index Scan');
  expect(own && rowsRead(own)).toBeLessThan(10 * PAGE);
  expect(signIns?.['Node Type']).toMatch(/^(Index|Bitmap Heap) Scan$/);
  expect(signIns && rowsRead(signIns)).toBeLessThan(ROWS / 15);
  // Who is a member is asked once, not for each sign-in of the installation.
  const members = await readsOf({ workspaceId: user.workspace.id }, 'membership');
  expect(members.map((node) => node['Actual Loops'])).toEqual([1]);
});

it('reads one page of the whole installation', async () => {
  const reads = await readsOf('everywhere');
  expect(reads).toMatchObject([{ 'Node Type': 'Index Scan' }]);
  expect(reads.map(rowsRead)).toEqual([PAGE]);
});
