import type { TestUser } from '#lib/testing/accounts.ts';
import { actionRows, makesSomethingNew } from '../fixtures/action-rows.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { pageRows } from '../fixtures/page-rows.ts';
import { routeRows } from '../fixtures/route-rows.ts';
import { callAction } from '../fixtures/server-action.ts';
import { cookieHeader, expect, serverUrl, test } from '../fixtures/test.ts';
import { unknownId } from '../fixtures/unknown-id.ts';
import { makeVictim, type Victim } from '../fixtures/victim.ts';

// Two workspaces that hold the same: documents of the same name and text, tags, folders, comments, exports. What one
// of them shows must not change by what is in the other, and its owner must get at nothing of the other.

test.describe.configure({ mode: 'default' });

let first: Victim;
let second: Victim;
/** What the first workspace's routes said while there was no second one. */
let alone: Map<string, string>;

const auditTrail = 'GET /api/audit';

const readingRoutes = Object.entries(routeRows).filter(
  ([name, { who }]) => who === 'person' && name.startsWith('GET ') && name !== 'GET /api/events',
);

test.beforeAll(async () => {
  first = await makeVictim();
  await makeAlike(first);
  alone = await everythingShown(first);
  second = await makeVictim();
  await makeAlike(second);
});

test('the two are alike', async () => {
  const other = await everythingShown(second);
  const text = 'GET /api/documents/[documentId]/text';
  expect(other.get(text)).toBe(alone.get(text));
  const search = 'GET /api/search';
  expect(other.get(search)).toContain('Annual report.pdf');
  expect(alone.get(search)).toContain('Annual report.pdf');
});

test('nothing that one shows changes by the other: lists, search, completions, counts, pictures, files', async () => {
  const again = await everythingShown(first);
  for (const [name, answer] of alone) {
    if (name !== auditTrail) expect.soft(again.get(name), name).toBe(answer);
  }
  // Grows by what was downloaded meanwhile: by people of this workspace only.
  for (const { id } of [second.owner, second.viewer, second.owner.workspace])
    expect(again.get(auditTrail)).not.toContain(id);
});

test('no address of one says anything to the owner of the other', async () => {
  for (const [own, other] of pairs()) {
    for (const [name, { path, who }] of Object.entries(routeRows)) {
      if (who === 'person' && name.startsWith('GET '))
        await expectNothing(path(other), own.owner, other, name);
    }
    for (const [name, { path, kind }] of Object.entries(pageRows)) {
      if (kind === 'members') await expectNothing(path(other), own.owner, other, name);
    }
    for (const address of await addressesShown(other)) {
      await expectNothing(address, own.owner, other, 'an address in an answer');
    }
  }
});

test('what belongs to the other is told in the words for what does not exist', async () => {
  const ofNobody: Victim = Object.assign(
    {},
    { ...first, owner: { ...first.owner, id: unknownId } },
    Object.fromEntries(Object.keys(first).flatMap((key) => (key.endsWith('Id') ? [[key, unknownId]] : []))),
  );
  for (const [name, { input, permission }] of Object.entries(actionRows)) {
    if (makesSomethingNew.includes(name) || permission === 'self') continue;
    const cookie = cookieHeader(first.owner);
    const theirs = await callAction(name, [input(second, first.slug)], { cookie });
    const nobodys = await callAction(name, [input(ofNobody, first.slug)], { cookie });
    expect.soft(theirs, name).toEqual(nobodys);
  }
});

test('the event stream of one is silent about the other', async () => {
  const leaving = new AbortController();
  const stream = await fetch(`${serverUrl()}/api/events?workspace=${first.slug}`, {
    headers: { cookie: cookieHeader(first.owner) },
    signal: leaving.signal,
  });
  let heard = '';
  const write = (text: string) => {
    heard += text;
  };
  void stream.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write }))
    .catch(() => undefined);
  const trash = '(portal)/[workspace]/documents/trash/actions.ts#trashDocuments';
  for (const { owner, slug: workspace, lockedDocumentId } of [second, first]) {
    const choice = { documentIds: [lockedDocumentId] };
    const answer = await callAction(trash, [{ workspace, choice }], { cookie: cookieHeader(owner) });
    expect(answer.ok).toBe(true);
  }
  await expect.poll(() => heard).toContain(first.lockedDocumentId);
  expect(heard).not.toContain(second.lockedDocumentId);
  leaving.abort();
});

function pairs(): [Victim, Victim][] {
  return [
    [first, second],
    [second, first],
  ];
}

/** The same names for everything that has one. */
async function makeAlike({ owner }: Victim): Promise<void> {
  const { id } = owner.workspace;
  await sharedDatabase("UPDATE document SET name = 'Annual report.pdf' WHERE workspace_id = $1", id);
  await sharedDatabase("UPDATE tag SET name = 'Important' WHERE workspace_id = $1", id);
}

async function everythingShown(victim: Victim): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  for (const [name, { path }] of readingRoutes) {
    const { status, body } = await open(path(victim), victim.owner);
    expect.soft(status, name).toBe(200);
    shown.set(name, body);
  }
  return shown;
}

/** Addresses of pictures, files and the like, as the answers to the owner name them. */
async function addressesShown(victim: Victim): Promise<Set<string>> {
  const text = [...(await everythingShown(victim)).values()].join('\n');
  const found = new Set([...text.matchAll(/"(\/api\/[^"\\]+)"/g)].map(([, address = '']) => address));
  expect(found.size).toBeGreaterThan(2);
  return found;
}

async function expectNothing(path: string, who: TestUser, of: Victim, name: string): Promise<void> {
  const { status, body } = await open(path, who);
  expect.soft(status, `${name}: ${path}`).toBe(404);
  const secrets = [of.owner.email, of.owner.name, of.owner.workspace.name, 'Annual report.pdf', 'Important'];
  for (const secret of secrets) expect.soft(body.includes(secret), `${name} shows ${secret}`).toBe(false);
}

async function open(path: string, who: TestUser): Promise<{ status: number; body: string }> {
  const response = await fetch(serverUrl() + path, {
    redirect: 'manual',
    headers: { cookie: cookieHeader(who) },
  });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()).toString('latin1') };
}
