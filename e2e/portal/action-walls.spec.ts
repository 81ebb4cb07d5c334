import { roleMay } from '#lib/access/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { actionRows, makesSomethingNew, openActions } from '../fixtures/action-rows.ts';
import { callAction } from '../fixtures/server-action.ts';
import { actionNames } from '../fixtures/surface.ts';
import { cookieHeader, expect, test } from '../fixtures/test.ts';
import { everythingOf, makeVictim, type Victim } from '../fixtures/victim.ts';

// Every server action, called over HTTP as a browser calls it, by people who may not.

test.describe.configure({ mode: 'default' });

let victim: Victim;
let before: string;

test.beforeAll(async () => {
  victim = await makeVictim();
  before = await everythingOf(victim);
});

test('the table knows every server action', () => {
  expect([...Object.keys(actionRows), ...openActions].sort()).toEqual(actionNames());
});

test('nobody in particular is asked to sign in, and changes nothing', async () => {
  for (const name of Object.keys(actionRows)) {
    expect.soft(await kindOf(name, victim.slug), name).toBe('unauthenticated');
    expect.soft(await kindOf(name, victim.slug, 'a token of nobody'), name).toBe('unauthenticated');
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('somebody of another workspace finds nothing, and changes nothing', async () => {
  const stranger = await createUser();
  for (const name of Object.keys(actionRows)) {
    if (isOnlyOfOwn(name)) continue;
    expect.soft(await kindOf(name, victim.slug, stranger), name).toBe('not_found');
    if (makesSomethingNew.includes(name)) continue;
    expect
      .soft(await kindOf(name, stranger.workspace.slug, stranger), `${name}, own workspace`)
      .toBe('not_found');
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('a member who may only read is told so, and changes nothing', async () => {
  for (const [name, { permission }] of Object.entries(actionRows)) {
    if (isForViewers(name) || isOnlyOfOwn(name)) continue;
    const expected = permission === 'self' || permission === 'instance' ? 'not_found' : 'forbidden';
    expect.soft(await kindOf(name, victim.slug, victim.viewer), name).toBe(expected);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('input of another shape is refused before anything is done', async () => {
  for (const name of Object.keys(actionRows)) {
    for (const input of [null, 'text', [], { workspace: { $ne: '' } }]) {
      const answer = await callAction(name, [input], { cookie: cookieHeader(victim.owner) });
      expect.soft(answer.ok ? 'done' : answer.error.kind, name).toBe('invalid_input');
    }
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('signing out ends the own session and no other', async () => {
  const leaver = await createUser();
  const signOut = '(portal)/actions.ts#signOut';
  expect(await callAction(signOut, [])).toMatchObject({ ok: true });
  expect(await callAction(signOut, [], { cookie: cookieHeader(leaver) })).toMatchObject({ ok: true });
  const again = await callAction(
    '(portal)/[workspace]/documents/actions.ts#startSample',
    [{ workspace: leaver.workspace.slug, sample: 'receipt' }],
    {
      cookie: cookieHeader(leaver),
    },
  );
  expect(again).toMatchObject({ ok: false, error: { kind: 'unauthenticated' } });
  expect(await everythingOf(victim)).toBe(before);
});

test('an installation that has an owner cannot be set up again', async () => {
  const form = { name: 'Eve', email: 'eve@example.org', password: 'a long password', workspaceName: 'Eve' };
  expect(await callAction('(auth)/set-up/actions.ts#setUp', [form])).toMatchObject({
    ok: false,
    error: { kind: 'conflict' },
  });
});

test('a member who may only read may do what is for them', async () => {
  for (const name of Object.keys(actionRows)) {
    if (!isForViewers(name)) continue;
    expect.soft(await kindOf(name, victim.slug, victim.viewer), name).toBe('done');
  }
});

test('the owner may do all of it', async () => {
  for (const [name, { permission, refusal = 'done' }] of Object.entries(actionRows)) {
    if (isForViewers(name)) continue;
    const expected = permission === 'instance' ? 'not_found' : refusal;
    expect.soft(await kindOf(name, victim.slug, victim.owner), name).toBe(expected);
  }
  expect(await everythingOf(victim)).not.toBe(before);
});

function isForViewers(name: string): boolean {
  const permission = actionRows[name]?.permission;
  if (permission === undefined || permission === 'self' || permission === 'instance') return false;
  return roleMay('viewer', permission);
}

/** Whoever calls it means themselves, and can name nothing of anybody else. */
function isOnlyOfOwn(name: string): boolean {
  return actionRows[name]?.permission === 'self' && makesSomethingNew.includes(name);
}

/** How the action ends for this caller: `done`, or the kind of its refusal. */
async function kindOf(name: string, workspace: string, who?: TestUser | string): Promise<string> {
  const cookie =
    typeof who === 'string' ? cookieHeader({ ...victim.owner, sessionToken: who }) : who && cookieHeader(who);
  const input = actionRows[name]?.input(victim, workspace);
  const answer = await callAction(name, [input], cookie ? { cookie } : {});
  return answer.ok ? 'done' : answer.error.kind;
}
