import {
  allTokenScopes,
  type Permission,
  permissionsOf,
  type Role,
  roleMay,
  roles,
} from '#lib/access/index.ts';
import { operations, portalOperations } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { actionRows, makesSomethingNew } from '../fixtures/action-rows.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { pageRows } from '../fixtures/page-rows.ts';
import type { RouteRow } from '../fixtures/route-row.ts';
import { routeRows } from '../fixtures/route-rows.ts';
import { callAction } from '../fixtures/server-action.ts';
import { cookieHeader, expect, serverUrl, test } from '../fixtures/test.ts';
import { makeVictim, type Victim } from '../fixtures/victim.ts';

// Every page, route and action × every role and scope × the same workspace, another one, nobody, a revoked token and a
// session that has expired. What is expected follows from the permission matrix and the permission each row names;
// that no page, route or action is without a row, the walls make sure.

test.describe.configure({ mode: 'default' });

type Caller = { who: string; headers: Record<string, string> };
/** What came of a call: `done` or a kind of refusal, as actions name them. */
type Outcome = 'allowed' | 'forbidden' | 'not_found' | 'unauthenticated';

const AT_ONCE = 6;
/** Beside the permission, it takes having written the comment. */
const forItsAuthor = '(portal)/[workspace]/documents/[documentId]/review/actions.ts#deleteComment';
let victim: Victim;
let cases = 0;

// A new one for each: who may, deletes what is there.
test.beforeEach(async () => {
  victim = await makeVictim();
});
test.afterAll(() => console.log(`permissions: ${cases} cases`));

test('pages', async () => {
  test.slow();
  const guarded = Object.entries(pageRows).filter(([, { kind }]) => kind !== 'open');
  for (const role of roles) {
    const callers = await callersOf(role);
    await inTurns(guarded, async ([name, { path, kind, permission = 'workspace:read', saysWho }]) => {
      // No role in any workspace opens what is about the installation.
      const may = kind === 'members' && roleMay(role, permission);
      const inside = await openPage(path(victim), callers.member);
      if (may) check(`${name} as ${role}`, inside.status < 400, true);
      else if (saysWho) check(`${name} as ${role}`, /Only (the )?owner/.test(inside.body), true);
      else check(`${name} as ${role}`, inside.status, 404);
      check(`${name} as ${role} elsewhere`, (await openPage(path(victim), callers.stranger)).status, 404);
      check(`${name} as ${role}, expired`, (await openPage(path(victim), callers.expired)).status, 307);
    });
  }
  await inTurns(guarded, async ([name, { path }]) => {
    check(`${name} as nobody`, (await openPage(path(victim), nobody)).status, 307);
  });
});

test('routes of the portal, by session', async () => {
  test.slow();
  const rows = Object.entries(routeRows).flatMap(([name, row]) =>
    row.who === 'person' || row.who === 'instance'
      ? [{ name, row, permission: row.who === 'person' ? row.permission : null }]
      : [],
  );
  for (const role of roles) {
    const callers = await callersOf(role);
    await inTurns(rows, async ({ name, row, permission }) => {
      const expected = permission ? outcomeFor(role, permission) : 'not_found';
      check(`${name} as ${role}`, await callRoute(name, row, callers.member), expected);
      check(`${name} as ${role} elsewhere`, await callRoute(name, row, callers.stranger), 'not_found');
      check(`${name} as ${role}, expired`, await callRoute(name, row, callers.expired), 'unauthenticated');
    });
  }
  await inTurns(rows, async ({ name, row }) => {
    check(`${name} as nobody`, await callRoute(name, row, nobody), 'unauthenticated');
  });
});

test('routes of the APIs, by token', async () => {
  test.slow();
  const rows = Object.entries(routeRows).flatMap(([name, row]) =>
    row.who === 'token' ? [{ name, row }] : [],
  );
  const stranger = await tokenCaller(await createUser());
  const revoked = await tokenCaller(victim.owner, 'revoked_at');
  const expired = await tokenCaller(victim.owner, 'expires_at');
  for (const caller of [nobody, revoked, expired]) {
    await inTurns(rows, async ({ name, row }) => {
      check(`${name} as ${caller.who}`, await callRoute(name, row, caller), 'unauthenticated');
    });
  }
  await inTurns(rows, async ({ name, row }) => {
    check(`${name} elsewhere`, await statusOf(name, row, stranger), row.stranger);
  });
  // What ends the token itself comes last.
  for (const scope of [undefined, ...allTokenScopes]) {
    const granted = permissionsOf(scope ? [scope] : []);
    const caller = {
      who: scope ?? 'no scope',
      headers: { authorization: `Bearer ${await apiTokenOf(victim.owner, scope ? [scope] : [])}` },
    };
    await inTurns(rows, async ({ name, row }) => {
      const permission = permissionOfOperation(name);
      const expected = permission === null || granted.includes(permission) ? 'allowed' : 'forbidden';
      check(`${name} with ${caller.who}`, await callRoute(name, row, caller), expected);
    });
  }
});

test('server actions, by session', async () => {
  test.slow();
  const rows = Object.entries(actionRows);
  await inTurns(rows, async ([name]) => {
    check(`${name} as nobody`, await act(name, nobody), 'unauthenticated');
  });
  // The owner last, who can end it all.
  for (const role of [...roles].reverse()) {
    const { stranger, expired, member } = await callersOf(role);
    await inTurns(rows, async ([name, { permission }]) => {
      check(`${name} as ${role}, expired`, await act(name, expired), 'unauthenticated');
      if (permission === 'self' && makesSomethingNew.includes(name)) return;
      check(`${name} as ${role} elsewhere`, await act(name, stranger), 'not_found');
    });
    const refused = rows.flatMap(([name, { permission }]) => {
      const expected = permission === 'instance' ? 'not_found' : outcomeFor(role, permission);
      return expected === 'allowed' ? [] : [{ name, expected }];
    });
    await inTurns(refused, async ({ name, expected }) => {
      check(`${name} as ${role}`, await act(name, member), expected);
    });
    // One after the other, each by somebody new: some end a membership, the last one the workspace.
    for (const [name, { permission }] of rows) {
      if (refused.some((row) => row.name === name)) continue;
      const fresh = callerBy(await createUser({ role, workspace: victim.owner.workspace }));
      const outcome = await act(name, fresh);
      if (name === forItsAuthor) check(`${name} as ${role}`, outcome, 'forbidden');
      // What is gone by now, or is not one's own password, is told only to those who may ask.
      else check(`${name} as ${role}`, mayFollow(permission).includes(outcome), true);
    }
  }
});

const nobody: Caller = { who: 'nobody', headers: {} };

/** Three people with this role: a member of the victim's workspace, one of another, and a member long gone. */
async function callersOf(role: Role) {
  const member = await createUser({ role, workspace: victim.owner.workspace });
  const late = await createUser({ role, workspace: victim.owner.workspace });
  await sharedDatabase("UPDATE session SET expires_at = now() - interval '1 s' WHERE user_id = $1", late.id);
  const [inside, outside, gone] = [member, await createUser({ role }), late].map(callerBy);
  return { member: inside ?? nobody, stranger: outside ?? nobody, expired: gone ?? nobody };
}

function callerBy(user: TestUser): Caller {
  return { who: user.role, headers: { cookie: cookieHeader(user) } };
}

async function tokenCaller(user: TestUser, ended?: 'revoked_at' | 'expires_at'): Promise<Caller> {
  const token = await apiTokenOf(user);
  const newest = 'SELECT id FROM api_token WHERE workspace_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1';
  if (ended) {
    const sql = `UPDATE api_token SET ${ended} = now() - interval '1 s' WHERE id = (${newest})`;
    await sharedDatabase(sql, user.workspace.id);
  }
  return { who: ended ?? 'a stranger', headers: { authorization: `Bearer ${token}` } };
}

function mayFollow(permission: Permission | 'self' | 'instance'): string[] {
  return ['allowed', 'not_found', ...(permission === 'self' ? ['invalid_input'] : [])];
}

function outcomeFor(role: Role, permission: Permission | 'self'): Outcome {
  return permission === 'self' || roleMay(role, permission) ? 'allowed' : 'forbidden';
}

function check<T>(name: string, found: T, expected: T): void {
  cases += 1;
  expect.soft(found, name).toBe(expected);
}

/** A few at a time. */
async function inTurns<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next);
    }),
  );
}

async function openPage(path: string, { headers }: Caller): Promise<{ status: number; body: string }> {
  const response = await fetch(serverUrl() + path, { redirect: 'manual', headers });
  return { status: response.status, body: await response.text() };
}

async function callRoute(name: string, row: RouteRow, caller: Caller): Promise<Outcome> {
  const status = await statusOf(name, row, caller);
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status >= 500) throw new Error(`${name} answered ${status} to ${caller.who}`);
  return status === 404 && row.who !== 'token' ? 'not_found' : 'allowed';
}

async function statusOf(name: string, row: RouteRow, { headers }: Caller): Promise<number> {
  const hangUp = new AbortController();
  const { status } = await fetch(serverUrl() + row.path(victim), {
    method: name.split(' ')[0] ?? 'GET',
    redirect: 'manual',
    signal: hangUp.signal,
    headers: { origin: serverUrl(), ...headers },
    ...(row.body === undefined ? {} : { body: row.body }),
  });
  hangUp.abort();
  return status;
}

async function act(name: string, { headers }: Caller): Promise<Outcome | string> {
  const input = actionRows[name]?.input(victim, victim.slug);
  const answer = await callAction(name, [input], headers.cookie ? { cookie: headers.cookie } : {});
  if (answer.ok) return 'allowed';
  const { kind } = answer.error;
  // What was asked for may be done already, or gone: that is told only to those who may ask for it.
  const isAfterTheCheck = ['conflict', 'limit_reached', 'unavailable'].includes(kind);
  return isAfterTheCheck ? 'allowed' : kind;
}

/** What a token needs for the route, by the tables of operations; null: nothing but to be one. */
function permissionOfOperation(name: string): Permission | null {
  const all = [...Object.values(operations), ...Object.values(portalOperations)];
  const found = all.find(
    ({ method, path }) => `${method} ${path.replaceAll('{', '[').replaceAll('}', ']')}` === name,
  );
  return found?.permission ?? null;
}
