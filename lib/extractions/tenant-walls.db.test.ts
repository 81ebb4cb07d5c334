import { afterAll, expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { Forbidden } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';
import * as extractions from './index.ts';

const [owner, stranger] = await Promise.all([createUser(), createUser()]);
const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
const documentId = await readDocument(owner, [readingOf('Total of all')]);
const foreign = scopeOf(stranger, 'review:write');
const save = {
  saveId: 'foreignsave',
  base: 0,
  operations: [{ op: 'set' as const, line: 'r0', text: 'mine' }],
};

afterAll(() => closeQueue());

/** Everything that takes a scope and names something in a workspace. */
const verbs: Record<string, () => Promise<unknown>> = {
  getExtraction: () => extractions.getExtraction(foreign, documentId, 1),
  saveRevision: () => extractions.saveRevision(foreign, documentId, 1, save),
  listRevisions: () => extractions.listRevisions(foreign, documentId, 1),
  extractionAt: () => extractions.extractionAt(foreign, documentId, 1, 0),
  restoreRevision: () => extractions.restoreRevision(foreign, documentId, 1, 0, 'foreignsave'),
  importLines: () => extractions.importLines(foreign, documentId, 1, { lines: [], saveId: 'foreignsave' }),
  machineReading: () => extractions.machineReading(foreign, documentId, 1),
  newerReading: () => extractions.newerReading(foreign, documentId, 1),
  takeNewerReading: () => extractions.takeNewerReading(foreign, documentId, 1),
  leaveNewerReading: () => extractions.leaveNewerReading(foreign, documentId, 1),
  setReviewState: () => extractions.setReviewState(foreign, documentId, { pages: 'all', state: 'approved' }),
  reviewOverview: () => extractions.reviewOverview(foreign, documentId),
  pageText: () => extractions.pageText(foreign, documentId, 1),
  documentText: () => extractions.documentText(foreign, documentId),
  correctedReadings: () => extractions.correctedReadings(foreign, documentId).next(),
};

it('knows every verb', () => {
  const others = ['listChanges', 'recordMissing', 'recordReading', 'reviewStates'];
  expect(Object.keys(verbs).concat(others).sort()).toEqual(Object.keys(extractions).sort());
});

it.each(Object.keys(verbs))('%s finds nothing of another workspace, and changes nothing', async (name) => {
  const before = await database().extraction.findMany();
  await expect(verbs[name]?.()).rejects.toMatchObject({ kind: 'not_found' });
  expect(await database().extraction.findMany()).toEqual(before);
});

it('tells nothing of what is in another workspace', async () => {
  expect(await extractions.listChanges(foreign, documentId)).toEqual(new Map());
  expect(await extractions.reviewStates(foreign, [documentId])).toEqual(new Map());
});

it('is for viewers to read and not to write', () => {
  expect(() => scopeOf(viewer, 'job:read')).not.toThrow();
  expect(() => scopeOf(viewer, 'review:write')).toThrow(Forbidden);
});
