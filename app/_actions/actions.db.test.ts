import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as setting from '#app/(auth)/set-up/actions.ts';
import * as signing from '#app/(auth)/sign-in/actions.ts';
import * as webhooks from '#app/(portal)/[workspace]/api/webhooks/actions.ts';
import * as review from '#app/(portal)/[workspace]/documents/[documentId]/review/actions.ts';
import * as documents from '#app/(portal)/[workspace]/documents/actions.ts';
import * as library from '#app/(portal)/[workspace]/documents/library-actions.ts';
import * as trash from '#app/(portal)/[workspace]/documents/trash/actions.ts';
import * as exporting from '#app/(portal)/[workspace]/exports/actions.ts';
import * as queue from '#app/(portal)/[workspace]/review/actions.ts';
import * as general from '#app/(portal)/[workspace]/settings/general/actions.ts';
import * as members from '#app/(portal)/[workspace]/settings/members/actions.ts';
import * as security from '#app/(portal)/[workspace]/settings/security/actions.ts';
import * as sessions from '#app/(portal)/[workspace]/settings/sessions/actions.ts';
import * as tokens from '#app/(portal)/[workspace]/settings/tokens/actions.ts';
import * as portal from '#app/(portal)/actions.ts';
import { actorOfSession } from '#lib/accounts/index.ts';
import { type ActionResult, queueFilterOf } from '#lib/contracts/index.ts';
import { createFolder, createTag } from '#lib/documents/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { documentWithPages, scopeOf, uploadOf } from '#lib/testing/documents.ts';
import { browser } from '#lib/testing/next-headers.ts';

vi.mock('next/headers', () => import('#lib/testing/next-headers.ts'));

const COOKIE = 'next-auth.session-token';

function signInAs(user: TestUser | null): void {
  browser.cookies.clear();
  if (user) browser.cookies.set(COOKIE, user.sessionToken);
}

beforeEach(() => signInAs(null));
afterAll(() => closeQueue());

const owner = await createUser();
const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
const stranger = await createUser();
const documentId = await documentWithPages(owner, 1);
const { uploadId } = await uploadOf(owner);
const workspace = owner.workspace.slug;
const remark = { pageNumber: 1, lineId: null, body: 'Look here.', mentions: [] };
const actions: Record<string, () => Promise<ActionResult<unknown>>> = {
  startJob: () => documents.startJob({ workspace, uploadId }),
  startSample: () => documents.startSample({ workspace, sample: 'receipt' }),
  cancelJob: () => documents.cancelJob({ workspace, documentId }),
  retryPage: () => documents.retryPage({ workspace, documentId, page: 1 }),
  retryFailedPages: () => documents.retryFailedPages({ workspace, documentId }),
  rerunDocument: () => documents.rerunDocument({ workspace, documentId }),
  unlockDocument: () => documents.unlockDocument({ workspace, documentId, password: 'any' }),
  createApiToken: () => tokens.createApiToken({ workspace, name: 'CI', scopes: ['files'] }),
  revokeApiToken: () => tokens.revokeApiToken({ workspace, tokenId: 'any' }),
  restoreRevision: () =>
    review.restoreRevision({ workspace, documentId, page: 1, number: 0, saveId: newId() }),
  takeNewerReading: () => review.takeNewerReading({ workspace, documentId, page: 1 }),
  leaveNewerReading: () => review.leaveNewerReading({ workspace, documentId, page: 1 }),
  setReviewState: () =>
    review.setReviewState({ workspace, documentId, pages: 'all', state: 'approved', seen: [] }),
  approveDocument: () =>
    review.approveDocument({ workspace, documentId, queue: queueFilterOf({}), seen: [] }),
  assignDocuments: () =>
    queue.assignDocuments({ workspace, documentIds: [documentId], assigneeId: owner.id }),
  addComment: () => review.addComment({ workspace, documentId, comment: remark }),
  resolveComment: () => review.resolveComment({ workspace, commentId: newId(), isResolved: true }),
  deleteComment: () => review.deleteComment({ workspace, commentId: newId() }),
  markMentionsSeen: () => queue.markMentionsSeen({ workspace, commentIds: 'all' }),
  startExport: () =>
    exporting.startExport({ workspace, format: 'pdf', selection: { documentIds: [documentId] } }),
  repeatExport: () => exporting.repeatExport({ workspace, exportId: newId() }),
  createTag: () => library.createTag({ workspace, name: newId(), color: 'teal' }),
  changeTag: () => library.changeTag({ workspace, tagId: newId(), name: 'any', color: 'red' }),
  deleteTag: () => library.deleteTag({ workspace, tagId: newId() }),
  tagDocuments: () => library.tagDocuments({ workspace, choice: { documentIds: [documentId] } }),
  createFolder: () => library.createFolder({ workspace, name: newId(), parentId: null }),
  changeFolder: () => library.changeFolder({ workspace, folderId: newId(), name: 'any' }),
  deleteFolder: () => library.deleteFolder({ workspace, folderId: newId(), keepContent: true }),
  moveDocuments: () =>
    library.moveDocuments({ workspace, choice: { documentIds: [documentId] }, folderId: null }),
  rerunDocuments: () => library.rerunDocuments({ workspace, choice: { documentIds: [documentId] } }),
  trashDocuments: () => trash.trashDocuments({ workspace, choice: { documentIds: [documentId] } }),
  restoreDocuments: () => trash.restoreDocuments({ workspace, documentIds: [documentId] }),
  deleteForGood: () => trash.deleteForGood({ workspace, documentIds: [documentId] }),
  emptyTrash: () => trash.emptyTrash({ workspace }),
  replayDelivery: () => webhooks.replayDelivery({ workspace, deliveryId: newId() }),
  readWebhookSecret: () => webhooks.readWebhookSecret({ workspace }),
  replaceWebhookSecret: () => webhooks.replaceWebhookSecret({ workspace }),
  inviteMember: () => members.inviteMember({ workspace, email: 'guest@example.org', role: 'viewer' }),
  renewInvitation: () => members.renewInvitation({ workspace, invitationId: newId(), by: 'link' }),
  revokeInvitation: () => members.revokeInvitation({ workspace, invitationId: newId() }),
  changeRole: () => members.changeRole({ workspace, userId: newId(), role: 'viewer' }),
  removeMember: () => members.removeMember({ workspace, userId: newId(), revokeTokens: true }),
  updateWorkspace: () => general.updateWorkspace({ workspace, name: 'Any', slug: workspace }),
  transferOwnership: () => general.transferOwnership({ workspace, userId: newId() }),
};

/** Their own tests are in lib/workspaces: afterwards nothing here would be as before. */
const ending = ['leaveWorkspace', 'deleteWorkspace'];

/** What members who may only read may do, too. */
const forViewers = ['markMentionsSeen', 'startExport', 'repeatExport'];

/** Names what is the stranger's, in a workspace where the caller may do everything. */
const theirs = await documentWithPages(stranger, 1);
const ofStranger = scopeOf(stranger, 'document:write');
const { id: theirTag } = await createTag(ofStranger, { name: 'Theirs', color: 'red' });
const { folderId: theirFolder } = await createFolder(ofStranger, { name: 'Theirs', parentId: null });
const theirUpload = await uploadOf(stranger);
const foreignCalls: Record<string, () => Promise<ActionResult<unknown>>> = {
  startJob: () => documents.startJob({ workspace, uploadId: theirUpload.uploadId }),
  cancelJob: () => documents.cancelJob({ workspace, documentId: theirs }),
  retryPage: () => documents.retryPage({ workspace, documentId: theirs, page: 1 }),
  retryFailedPages: () => documents.retryFailedPages({ workspace, documentId: theirs }),
  rerunDocument: () => documents.rerunDocument({ workspace, documentId: theirs }),
  unlockDocument: () => documents.unlockDocument({ workspace, documentId: theirs, password: 'any' }),
  restoreRevision: () =>
    review.restoreRevision({ workspace, documentId: theirs, page: 1, number: 0, saveId: newId() }),
  takeNewerReading: () => review.takeNewerReading({ workspace, documentId: theirs, page: 1 }),
  leaveNewerReading: () => review.leaveNewerReading({ workspace, documentId: theirs, page: 1 }),
  approveDocument: () =>
    review.approveDocument({ workspace, documentId: theirs, queue: queueFilterOf({}), seen: [] }),
  assignDocuments: () => queue.assignDocuments({ workspace, documentIds: [theirs], assigneeId: owner.id }),
  setReviewState: () =>
    review.setReviewState({ workspace, documentId: theirs, pages: 'all', state: 'approved', seen: [] }),
  addComment: () => review.addComment({ workspace, documentId: theirs, comment: remark }),
  startExport: () =>
    exporting.startExport({ workspace, format: 'txt', selection: { documentIds: [theirs] } }),
  changeTag: () => library.changeTag({ workspace, tagId: theirTag, name: 'any', color: 'red' }),
  deleteTag: () => library.deleteTag({ workspace, tagId: theirTag }),
  tagDocuments: () => library.tagDocuments({ workspace, choice: { documentIds: [theirs] } }),
  createFolder: () => library.createFolder({ workspace, name: 'any', parentId: theirFolder }),
  changeFolder: () => library.changeFolder({ workspace, folderId: theirFolder, name: 'any' }),
  deleteFolder: () => library.deleteFolder({ workspace, folderId: theirFolder, keepContent: true }),
  moveDocuments: () =>
    library.moveDocuments({ workspace, choice: { documentIds: [theirs] }, folderId: null }),
  rerunDocuments: () => library.rerunDocuments({ workspace, choice: { documentIds: [theirs] } }),
  trashDocuments: () => trash.trashDocuments({ workspace, choice: { documentIds: [theirs] } }),
  restoreDocuments: () => trash.restoreDocuments({ workspace, documentIds: [theirs] }),
  deleteForGood: () => trash.deleteForGood({ workspace, documentIds: [theirs] }),
};

describe('every action in a workspace', () => {
  it('is in this list', () => {
    const modules = [
      ...[documents, exporting, general, library, members, trash, queue, review, tokens, webhooks],
    ];
    const exported = modules.flatMap((module) => Object.keys(module));
    expect([...Object.keys(actions), ...ending].sort()).toEqual(exported.sort());
  });

  it.each(Object.keys(actions))('%s turns away anonymous callers, strangers and viewers', async (name) => {
    const kindFor = async (user: TestUser | null) => {
      signInAs(user);
      const result = await actions[name]?.();
      return result?.ok ? 'done' : result?.error.kind;
    };
    expect(await kindFor(null)).toBe('unauthenticated');
    expect(await kindFor({ ...owner, sessionToken: 'made up' })).toBe('unauthenticated');
    expect(await kindFor(stranger)).toBe('not_found');
    if (forViewers.includes(name)) expect(await kindFor(viewer)).toMatch(/^(done|not_found)$/);
    else expect(await kindFor(viewer)).toBe('forbidden');
    expect(await kindFor(owner)).toMatch(/^(done|conflict|not_found)$/);
  });

  it.each(Object.keys(foreignCalls))(
    '%s finds nothing of another workspace under its own name',
    async (name) => {
      signInAs(owner);
      expect(await foreignCalls[name]?.()).toMatchObject({ ok: false, error: { kind: 'not_found' } });
    },
  );

  it.each(['https://evil.example', 'null', ''])('does nothing for a page of %j', async (origin) => {
    signInAs(owner);
    browser.origin = origin;
    for (const [name, act] of Object.entries(actions)) {
      expect.soft(await act(), name).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    }
    browser.origin = 'http://localhost:3000';
  });

  it('checks its input, whatever the types promise', async () => {
    signInAs(owner);
    const hostile: unknown[] = [undefined, null, 'text', [], {}, { workspace: { $ne: '' }, documentId: 5 }];
    for (const input of hostile) {
      const call: (input: never) => Promise<ActionResult<null>> = documents.cancelJob;
      expect(await call(input as never)).toMatchObject({ ok: false, error: { kind: 'invalid_input' } });
    }
  });
});

describe('signing in and out', () => {
  it('puts a session into the browser, and ends it', async () => {
    const { email, password, id } = await createUser();
    expect(await signing.signIn({ email: ` ${email.toUpperCase()} `, password })).toEqual({
      ok: true,
      data: { codeNeeded: false },
    });
    const token = browser.cookies.get(COOKIE) ?? '';
    expect((await actorOfSession(token))?.user.id).toBe(id);
    expect(await portal.signOut()).toEqual({ ok: true, data: null });
    expect(browser.cookies.has(COOKIE)).toBe(false);
    expect(await actorOfSession(token)).toBeNull();
    expect(await portal.signOut()).toEqual({ ok: true, data: null });
  });

  it('gives the browser no session before the code, and nothing but the session after it', async () => {
    const user = await createUser();
    const { codeNow } = await withAuthenticatorApp(user);
    signInAs(null);
    expect(await signing.finishSignIn({ code: codeNow() })).toMatchObject({ error: { kind: 'conflict' } });
    expect(await signing.signIn(user)).toEqual({ ok: true, data: { codeNeeded: true } });
    expect(browser.cookies.has(COOKIE)).toBe(false);
    const wrong = await signing.finishSignIn({ code: '000000' });
    expect(wrong).toMatchObject({ error: { fields: { code: expect.any(String) } } });
    expect(await signing.finishSignIn({ code: codeNow() })).toEqual({
      ok: true,
      data: { isRecovery: false },
    });
    expect([...browser.cookies.keys()]).toEqual([COOKIE]);
    expect((await actorOfSession(browser.cookies.get(COOKIE) ?? ''))?.user.id).toBe(user.id);
  });

  it('gives this browser another token when the password is changed', async () => {
    const user = await createUser();
    signInAs(user);
    const form = { current: user.password, password: 'four words of mine' };
    expect(await security.changePassword(form)).toEqual({ ok: true, data: null });
    expect(browser.cookies.get(COOKIE)).not.toBe(user.sessionToken);
    expect(await actorOfSession(user.sessionToken)).toBeNull();
    expect((await actorOfSession(browser.cookies.get(COOKIE) ?? ''))?.user.id).toBe(user.id);
  });

  it('says which field is wrong, and never which of e-mail and password', async () => {
    const { email } = await createUser();
    expect(await signing.signIn({ email: 'no address', password: '' })).toMatchObject({
      error: { fields: { email: expect.any(String), password: 'Enter your password.' } },
    });
    const wrong = await signing.signIn({ email, password: 'wrong' });
    expect(wrong).toMatchObject({ ok: false, error: { kind: 'unauthenticated' } });
    expect(await signing.signIn({ email: 'nobody@example.org', password: 'wrong' })).toEqual(wrong);
    expect(browser.cookies.has(COOKIE)).toBe(false);
  });

  it('says how long to wait after too many tries', async () => {
    const { email } = await createUser();
    for (let tries = 0; tries < 10; tries++) await signing.signIn({ email, password: 'wrong' });
    expect(await signing.signIn({ email, password: 'wrong' })).toMatchObject({
      error: { kind: 'limit_reached', message: expect.stringMatching(/Try again in 1[45] minutes\./) },
    });
  });

  it('ends one of the own sessions from the list of them', async () => {
    const [anna, ben] = await Promise.all([createUser(), createUser()]);
    const row = await database().session.findFirstOrThrow({ where: { userId: anna.id } });
    expect(await sessions.revokeSession({ sessionId: row.id })).toMatchObject({
      error: { kind: 'unauthenticated' },
    });
    signInAs(ben);
    expect(await sessions.revokeSession({ sessionId: row.id })).toMatchObject({
      error: { kind: 'not_found' },
    });
    signInAs(anna);
    expect(await sessions.revokeSession({ sessionId: row.id })).toEqual({ ok: true, data: null });
    expect(await actorOfSession(anna.sessionToken)).toBeNull();
  });
});

describe('setting up', () => {
  const form = {
    name: 'Anna',
    email: 'a@example.org',
    password: 'a long password',
    workspaceName: 'Archive',
  };

  it('is over once there is a user', async () => {
    await createUser();
    expect(await setting.setUp(form)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  });

  it('makes the first owner and signs them in', async () => {
    await database().workspace.deleteMany();
    await database().user.deleteMany();
    expect(await setting.setUp(form)).toEqual({ ok: true, data: { workspace: 'archive' } });
    const holder = await actorOfSession(browser.cookies.get(COOKIE) ?? '');
    expect(holder?.workspaces).toMatchObject([{ slug: 'archive', role: 'owner' }]);
  });
});
