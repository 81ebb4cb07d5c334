import { afterAll, expect, it, vi } from 'vitest';
import { type Act, acts } from '#lib/audit/index.ts';
import { writeBlob } from '#lib/blobs/index.ts';
import * as documents from '#lib/documents/index.ts';
import * as exporting from '#lib/exports/index.ts';
import * as extractions from '#lib/extractions/index.ts';
import * as jobs from '#lib/jobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import * as predictions from '#lib/predictions/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import * as review from '#lib/review/index.ts';
import * as webhooks from '#lib/webhooks/index.ts';
import { createUser } from './accounts.ts';
import { newApiScope } from './api-scope.ts';
import { documentWithPages, newDocument, scopeOf, uploadOf } from './documents.ts';
import { newPrediction } from './predictions.ts';
import { readAgain, readDocument, readingOf } from './read-pages.ts';

// What people and programs can do with documents, pages, exports, predictions and webhooks: each verb once, with the
// acts that the trail must hold afterwards, in order, and what they were done to.

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

const user = await createUser();
const scope = scopeOf(user, 'document:write');
const program = await newApiScope();
afterAll(() => closeQueue());

const SECRETS = {
  password: 'open sesame 4711',
  comment: 'a remark between colleagues',
  text: 'corrected secretly',
};
const chosen = (...documentIds: string[]) => ({ documentIds });
const edit = (base: number, text = SECRETS.text) => ({
  ...{ saveId: newId(), base },
  operations: [{ op: 'set' as const, line: 'r0', text }],
});
const remark = { pageNumber: 1, lineId: null, body: SECRETS.comment, mentions: [] };

const readOnce = () => readDocument(user, [readingOf('Chapter one')]);
const trashed = async () => {
  const id = await newDocument(user);
  await jobs.trashDocuments(scope, chosen(id));
  return id;
};
async function withNewerReading(): Promise<string> {
  const id = await readOnce();
  await extractions.saveRevision(scope, id, 1, edit(0));
  await readAgain(id, [readingOf('Chapter 1')]);
  return id;
}
async function locked(): Promise<string> {
  const id = await newDocument(user);
  await jobs.failInspection(scope, id, { problem: 'It wants a password.', locked: true });
  return id;
}
async function readyExport(): Promise<string> {
  const { exportId } = await exporting.startExport(scope, {
    format: 'txt',
    selection: { documentIds: [await readOnce()] },
  });
  await database().export.update({
    where: { id: exportId },
    data: { state: 'ready', sha256: 'none', size: 1 },
  });
  return exportId;
}
async function endedDelivery(): Promise<string> {
  const { workspaceId } = scope;
  const row = { id: newId(), workspaceId, model: 'a/b', version: 'c', input: {} };
  const { id: predictionId } = await database().prediction.create({ data: row });
  const to = { workspaceId, predictionId, url: 'https://receiver.example/hook?key=4711' };
  await inTransaction((tx) => webhooks.queueWebhooks(tx, to, [{ event: 'completed', body: '{}' }]));
  const { id } = await database().delivery.findFirstOrThrow({ where: { predictionId } });
  await database().delivery.update({ where: { id }, data: { state: 'gave_up' } });
  return id;
}
const blob = await writeBlob([Buffer.from('file')], { maxBytes: 4 });
const newFile = () =>
  predictions.createFile(program, { blob, name: 'in.png', contentType: 'image/png', metadata: {} });

/** What is there before, what is done, and the acts that it leaves. */
type Verb = { before?: () => Promise<string>; run: (id: string) => Promise<unknown>; leaves: Act[] };

const verbs: Record<string, Verb> = {
  receiveUpload: { run: () => uploadOf(user), leaves: ['document.uploaded'] },
  startJob: {
    before: async () => (await uploadOf(user)).uploadId,
    run: (uploadId) => jobs.startJob(scope, { uploadId }),
    leaves: ['job.started'],
  },
  renameDocument: {
    before: readOnce,
    run: (id) => documents.renameDocument(scope, id, 'Renamed.pdf'),
    leaves: ['document.renamed'],
  },
  rerunDocument: { before: readOnce, run: (id) => jobs.rerunDocument(scope, id), leaves: ['job.rerun'] },
  cancelJob: {
    before: () => documentWithPages(user, 1),
    run: async (id) => {
      await jobs.cancelJob(scope, id);
      await jobs.cancelJob(scope, id);
    },
    leaves: ['job.canceled'],
  },
  retryFailedPages: {
    before: async () => {
      const id = await documentWithPages(user, 1);
      await jobs.cancelJob(scope, id);
      return id;
    },
    run: (id) => jobs.retryFailedPages(scope, id),
    leaves: ['job.retried'],
  },
  unlockDocument: {
    before: locked,
    run: (id) => jobs.unlockDocument(scope, id, SECRETS.password),
    leaves: ['job.unlocked'],
  },
  trashDocuments: {
    before: () => newDocument(user),
    run: (id) => jobs.trashDocuments(scope, chosen(id)),
    leaves: ['document.trashed'],
  },
  restoreDocuments: {
    before: trashed,
    run: (id) => documents.restoreDocuments(scope, [id]),
    leaves: ['document.restored'],
  },
  deleteForGood: {
    before: trashed,
    run: (id) => documents.deleteForGood(scope, [id]),
    leaves: ['document.deleted'],
  },
  tags: {
    before: readOnce,
    run: async (id) => {
      const tag = await documents.createTag(scope, { name: 'Letters', color: 'teal' });
      await documents.changeTag(scope, tag.id, { name: 'Post', color: 'red' });
      await documents.tagDocuments(scope, chosen(id), { add: [tag.id] });
      await documents.deleteTag(scope, tag.id);
    },
    leaves: ['tag.created', 'tag.changed', 'document.tagged', 'tag.deleted'],
  },
  folders: {
    before: readOnce,
    run: async (id) => {
      const { folderId } = await documents.createFolder(scope, { name: 'Letters', parentId: null });
      await documents.changeFolder(scope, folderId, { name: 'Post' });
      await documents.moveDocuments(scope, chosen(id), folderId);
      await documents.deleteFolder(scope, folderId, { keepContent: true });
    },
    leaves: ['folder.created', 'folder.changed', 'document.moved', 'folder.deleted'],
  },
  'saveRevision, again and again': {
    before: readOnce,
    run: async (id) => {
      for (const base of [0, 1, 2]) await extractions.saveRevision(scope, id, 1, edit(base, `text ${base}`));
      const later = { now: () => new Date(Date.now() + 11 * 60_000) };
      await extractions.saveRevision(scope, id, 1, edit(3), later);
    },
    leaves: ['page.corrected', 'page.corrected'],
  },
  restoreRevision: {
    before: withNewerReading,
    run: (id) => extractions.restoreRevision(scope, id, 1, 0, newId()),
    leaves: ['page.restored'],
  },
  importLines: {
    before: readOnce,
    run: (id) => extractions.importLines(scope, id, 1, { lines: [], saveId: newId() }),
    leaves: ['page.imported'],
  },
  takeNewerReading: {
    before: withNewerReading,
    run: (id) => extractions.takeNewerReading(scope, id, 1),
    leaves: ['page.reading_taken'],
  },
  leaveNewerReading: {
    before: withNewerReading,
    run: (id) => extractions.leaveNewerReading(scope, id, 1),
    leaves: ['page.reading_left'],
  },
  setReviewState: {
    before: readOnce,
    run: async (id) => {
      await extractions.setReviewState(scope, id, { pages: 'all', state: 'approved' });
      await extractions.setReviewState(scope, id, { pages: 'all', state: 'approved' });
    },
    leaves: ['page.decided'],
  },
  comments: {
    before: readOnce,
    run: async (id) => {
      const comment = await review.addComment(scope, id, remark);
      await review.resolveComment(scope, comment, true);
      await review.resolveComment(scope, comment, false);
      await review.deleteComment(scope, comment);
    },
    leaves: ['comment.added', 'comment.resolved', 'comment.reopened', 'comment.deleted'],
  },
  assignDocuments: {
    before: readOnce,
    run: (id) => review.assignDocuments(scope, [id], user.id),
    leaves: ['document.assigned'],
  },
  startExport: {
    before: readOnce,
    run: (id) => exporting.startExport(scope, { format: 'txt', selection: { documentIds: [id] } }),
    leaves: ['export.started'],
  },
  openExport: {
    before: readyExport,
    run: (id) => exporting.openExport(scope, id),
    leaves: ['export.downloaded'],
  },
  repeatExport: {
    before: async () => {
      const id = await readyExport();
      await database().export.update({ where: { id }, data: { state: 'failed' } });
      return id;
    },
    run: (id) => exporting.repeatExport(scope, id),
    leaves: ['export.repeated'],
  },
  exportDocument: {
    before: readOnce,
    run: (id) => exporting.exportDocument(scope, id, { format: 'txt' }),
    leaves: ['document.downloaded'],
  },
  createPrediction: { run: () => newPrediction(program), leaves: ['prediction.created'] },
  cancelPrediction: {
    before: async () => (await newPrediction(program)).id,
    run: async (id) => {
      await predictions.cancelPrediction(program, id);
      await predictions.cancelPrediction(program, id);
    },
    leaves: ['prediction.canceled'],
  },
  createFile: { run: newFile, leaves: ['file.created'] },
  deleteFile: {
    before: async () => (await newFile()).id,
    run: (id) => predictions.deleteFile(program, id),
    leaves: ['file.deleted'],
  },
  replayDelivery: {
    before: endedDelivery,
    run: (id) => webhooks.replayDelivery(scope, id),
    leaves: ['webhook.replayed'],
  },
  replaceWebhookSecret: {
    run: () => webhooks.replaceWebhookSecret(scope),
    leaves: ['webhook.secret_replaced'],
  },
};

it.each(Object.keys(verbs))('%s stands in the trail, once, with who did it and to what', async (name) => {
  const { before, run, leaves } = verbs[name] ?? { run: async () => undefined, leaves: [] };
  const id = (await before?.()) ?? '';
  const known = await idsOfEvents();
  await run(id);
  const events = await database().auditEvent.findMany({
    where: { id: { notIn: known } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  expect(events.map(({ act }) => act).sort()).toEqual([...leaves].sort());
  for (const event of events) {
    const by = event.workspaceId === program.workspaceId ? program : scope;
    expect(event.workspaceId).toBe(by.workspaceId);
    expect(event.actorKind).toBe(by === program ? 'token' : 'user');
    if (event.act !== 'webhook.secret_replaced') expect(event.targetName).toMatch(/\S/);
  }
});

it('knows a verb for every act of these kinds', () => {
  const kinds = /^(document|folder|tag|job|page|comment|export|prediction|file|webhook)\./;
  const left = new Set<string>(Object.values(verbs).flatMap(({ leaves }) => leaves));
  expect(Object.keys(acts).filter((act) => kinds.test(act) && !left.has(act))).toEqual([]);
});

it('holds no password, token, secret or text of people', async () => {
  const secret = await webhooks.getWebhookSecret(scope);
  const told = JSON.stringify(await database().auditEvent.findMany());
  const forbidden = [...Object.values(SECRETS), secret, user.sessionToken, user.password, 'key=4711'];
  for (const each of forbidden) expect(told).not.toContain(each);
  expect(told).not.toMatch(/whsec_|r8_\w{20}|\$argon2/);
});

async function idsOfEvents(): Promise<string[]> {
  return (await database().auditEvent.findMany({ select: { id: true } })).map(({ id }) => id);
}
