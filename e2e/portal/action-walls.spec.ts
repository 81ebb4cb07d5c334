import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { callAction } from '../fixtures/server-action.ts';
import { actionNames } from '../fixtures/surface.ts';
import { cookieHeader, expect, test } from '../fixtures/test.ts';
import { everythingOf, makeVictim, type Victim } from '../fixtures/victim.ts';

// Every server action, called over HTTP as a browser calls it, by people who may not.

type ActionRow = {
  /** What the owner would send, with `workspace` named as given. */
  input: (victim: Victim, workspace: string) => object;
  /** Names no workspace: the caller's own session decides what it is about. */
  isPersonal?: boolean;
  /** Members who may only read may do it, too. */
  isForViewers?: boolean;
};

const documents = '(portal)/[workspace]/documents/actions.ts';
const library = '(portal)/[workspace]/documents/library-actions.ts';
const trash = '(portal)/[workspace]/documents/trash/actions.ts';
const settings = '(portal)/[workspace]/settings';
const webhooks = '(portal)/[workspace]/api/webhooks/actions.ts';
const review = '(portal)/[workspace]/documents/[documentId]/review/actions.ts';
const exports = '(portal)/[workspace]/exports/actions.ts';
const queue = '(portal)/[workspace]/review/actions.ts';
const ofChoice = ({ documentId }: Victim, workspace: string) => ({
  workspace,
  choice: { documentIds: [documentId] },
});
const ofDocument = ({ documentId }: Victim, workspace: string) => ({ workspace, documentId });

// In an order in which the owner can do them one after the other.
const actions: Record<string, ActionRow> = {
  [`${documents}#startJob`]: { input: ({ uploadId }, workspace) => ({ workspace, uploadId }) },
  [`${documents}#startSample`]: { input: (_, workspace) => ({ workspace, sample: 'receipt' }) },
  [`${documents}#rerunDocument`]: { input: ofDocument },
  [`${documents}#cancelJob`]: { input: ofDocument },
  [`${documents}#retryPage`]: {
    input: (victim, workspace) => ({ ...ofDocument(victim, workspace), page: 1 }),
  },
  [`${documents}#retryFailedPages`]: { input: ofDocument },
  [`${documents}#unlockDocument`]: {
    input: ({ lockedDocumentId: documentId }, workspace) => ({ workspace, documentId, password: 'sesame' }),
  },
  [`${review}#restoreRevision`]: {
    input: (victim, workspace) => ({
      ...ofDocument(victim, workspace),
      page: 1,
      number: 0,
      saveId: 'restored',
    }),
  },
  [`${review}#takeNewerReading`]: {
    input: (victim, workspace) => ({ ...ofDocument(victim, workspace), page: 1 }),
  },
  [`${review}#leaveNewerReading`]: {
    input: (victim, workspace) => ({ ...ofDocument(victim, workspace), page: 1 }),
  },
  [`${queue}#assignDocuments`]: {
    input: ({ documentId }, workspace) => ({
      ...{ workspace, documentIds: [documentId], assigneeId: null },
    }),
  },
  [`${review}#approveDocument`]: {
    input: (victim, workspace) => ({
      ...ofDocument(victim, workspace),
      queue: { who: 'all', state: 'open', order: 'oldest' },
    }),
  },
  [`${review}#setReviewState`]: {
    input: (victim, workspace) => ({ ...ofDocument(victim, workspace), pages: [1], state: 'approved' }),
  },
  [`${review}#addComment`]: {
    input: (victim, workspace) => ({
      ...ofDocument(victim, workspace),
      comment: { pageNumber: 1, lineId: null, body: 'Look here.', mentions: [] },
    }),
  },
  [`${review}#resolveComment`]: {
    input: ({ commentId }, workspace) => ({ workspace, commentId, isResolved: true }),
  },
  [`${review}#deleteComment`]: { input: ({ commentId }, workspace) => ({ workspace, commentId }) },
  [`${queue}#markMentionsSeen`]: {
    input: (_, workspace) => ({ workspace, commentIds: 'all' }),
    isForViewers: true,
  },
  [`${exports}#startExport`]: {
    input: ({ documentId }, workspace) => ({
      ...{ workspace, format: 'txt', selection: { documentIds: [documentId] } },
    }),
    isForViewers: true,
  },
  [`${exports}#repeatExport`]: {
    input: ({ failedExportId }, workspace) => ({ workspace, exportId: failedExportId }),
    isForViewers: true,
  },
  [`${library}#createTag`]: { input: (_, workspace) => ({ workspace, name: 'Stolen', color: 'red' }) },
  [`${library}#changeTag`]: {
    input: ({ tagId }, workspace) => ({ workspace, tagId, name: 'Changed', color: 'blue' }),
  },
  [`${library}#tagDocuments`]: {
    input: (victim, workspace) => ({ ...ofChoice(victim, workspace), add: [victim.tagId] }),
  },
  [`${library}#deleteTag`]: { input: ({ tagId }, workspace) => ({ workspace, tagId }) },
  [`${library}#createFolder`]: {
    input: ({ folderId }, workspace) => ({ workspace, name: 'Stolen', parentId: folderId }),
  },
  [`${library}#changeFolder`]: {
    input: ({ folderId }, workspace) => ({ workspace, folderId, name: 'Changed' }),
  },
  [`${library}#moveDocuments`]: {
    input: (victim, workspace) => ({ ...ofChoice(victim, workspace), folderId: victim.folderId }),
  },
  [`${library}#deleteFolder`]: {
    input: ({ folderId }, workspace) => ({ workspace, folderId, keepContent: true }),
  },
  [`${library}#rerunDocuments`]: { input: ofChoice },
  [`${trash}#trashDocuments`]: { input: ofChoice },
  [`${trash}#restoreDocuments`]: {
    input: ({ documentId }, workspace) => ({ workspace, documentIds: [documentId] }),
  },
  [`${trash}#deleteForGood`]: {
    input: ({ trashedDocumentId }, workspace) => ({ workspace, documentIds: [trashedDocumentId] }),
  },
  [`${trash}#emptyTrash`]: { input: (_, workspace) => ({ workspace }) },
  [`${settings}/tokens/actions.ts#createApiToken`]: {
    input: (_, workspace) => ({ workspace, name: 'Stolen' }),
  },
  [`${settings}/tokens/actions.ts#revokeApiToken`]: {
    input: ({ tokenId }, workspace) => ({ workspace, tokenId }),
  },
  [`${webhooks}#replayDelivery`]: { input: ({ deliveryId }, workspace) => ({ workspace, deliveryId }) },
  [`${webhooks}#readWebhookSecret`]: { input: (_, workspace) => ({ workspace }) },
  [`${webhooks}#replaceWebhookSecret`]: { input: (_, workspace) => ({ workspace }) },
  [`${settings}/sessions/actions.ts#revokeSession`]: {
    input: ({ otherSessionId }) => ({ sessionId: otherSessionId }),
    isPersonal: true,
  },
};

/** Open to everybody by design; other specs say what they do. */
const openActions = [
  '(auth)/set-up/actions.ts#setUp',
  '(auth)/sign-in/actions.ts#signIn',
  '(portal)/actions.ts#signOut',
];

/** Without an id in the input, the caller's own workspace is a fine place to do it in. */
const makesSomethingNew = [
  `${queue}#markMentionsSeen`,
  `${documents}#startSample`,
  `${library}#createTag`,
  `${trash}#emptyTrash`,
  `${settings}/tokens/actions.ts#createApiToken`,
  `${webhooks}#readWebhookSecret`,
  `${webhooks}#replaceWebhookSecret`,
];

test.describe.configure({ mode: 'default' });

let victim: Victim;
let before: string;

test.beforeAll(async () => {
  victim = await makeVictim();
  before = await everythingOf(victim);
});

test('the table knows every server action', () => {
  expect([...Object.keys(actions), ...openActions].sort()).toEqual(actionNames());
});

test('nobody in particular is asked to sign in, and changes nothing', async () => {
  for (const name of Object.keys(actions)) {
    expect.soft(await kindOf(name, victim.slug), name).toBe('unauthenticated');
    expect.soft(await kindOf(name, victim.slug, 'a token of nobody'), name).toBe('unauthenticated');
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('somebody of another workspace finds nothing, and changes nothing', async () => {
  const stranger = await createUser();
  for (const name of Object.keys(actions)) {
    expect.soft(await kindOf(name, victim.slug, stranger), name).toBe('not_found');
    if (makesSomethingNew.includes(name)) continue;
    expect
      .soft(await kindOf(name, stranger.workspace.slug, stranger), `${name}, own workspace`)
      .toBe('not_found');
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('a member who may only read is told so, and changes nothing', async () => {
  for (const [name, { isPersonal, isForViewers }] of Object.entries(actions)) {
    if (isForViewers) continue;
    const expected = isPersonal ? 'not_found' : 'forbidden';
    expect.soft(await kindOf(name, victim.slug, victim.viewer), name).toBe(expected);
  }
  expect(await everythingOf(victim)).toBe(before);
});

test('input of another shape is refused before anything is done', async () => {
  for (const name of Object.keys(actions)) {
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
    `${documents}#startSample`,
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
  for (const [name, { isForViewers }] of Object.entries(actions)) {
    if (!isForViewers) continue;
    expect.soft(await kindOf(name, victim.slug, victim.viewer), name).toBe('done');
  }
});

test('the owner may do all of it', async () => {
  for (const [name, { isForViewers }] of Object.entries(actions)) {
    if (isForViewers) continue;
    expect.soft(await kindOf(name, victim.slug, victim.owner), name).toBe('done');
  }
  expect(await everythingOf(victim)).not.toBe(before);
});

/** How the action ends for this caller: `done`, or the kind of its refusal. */
async function kindOf(name: string, workspace: string, who?: TestUser | string): Promise<string> {
  const cookie =
    typeof who === 'string' ? cookieHeader({ ...victim.owner, sessionToken: who }) : who && cookieHeader(who);
  const input = actions[name]?.input(victim, workspace);
  const answer = await callAction(name, [input], cookie ? { cookie } : {});
  return answer.ok ? 'done' : answer.error.kind;
}
