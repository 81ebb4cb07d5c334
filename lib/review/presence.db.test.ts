import { afterAll, expect, it, vi } from 'vitest';
import { closeLive, type LiveEvent, listen } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { readDocument } from '#lib/testing/read-pages.ts';
import { endPresence, notePresence } from './index.ts';

afterAll(async () => {
  await Promise.all([closeQueue(), closeLive()]);
});

const owner = await createUser();
const editor = await createUser({ role: 'editor', workspace: owner.workspace });
const [ofOwner, ofEditor] = [scopeOf(owner, 'job:read'), scopeOf(editor, 'job:read')];
const start = Date.now();
const after = (seconds: number) => ({ now: () => new Date(start + seconds * 1_000) });

it('tells who else has the page open, until they go or are silent for a minute', async () => {
  const documentId = await readDocument(owner, ['one', 'two']);
  const open = { documentId, pageNumber: 1 };
  const mine = { ...open, tabId: 'tabofowner' };
  const theirs = { ...open, tabId: 'tabofeditor' };
  expect(await notePresence(ofOwner, mine, after(0))).toEqual([]);
  expect(await notePresence(ofEditor, theirs, after(1))).toEqual([{ id: owner.id, name: owner.name }]);
  expect(await notePresence(ofOwner, mine, after(20))).toEqual([{ id: editor.id, name: editor.name }]);
  expect(await notePresence(ofOwner, { ...mine, pageNumber: 2 }, after(21))).toEqual([]);
  expect(await notePresence(ofOwner, mine, after(62))).toEqual([]);
  await notePresence(ofEditor, theirs, after(63));
  expect(await notePresence(ofOwner, mine, after(64))).toHaveLength(1);
  await endPresence(ofEditor, theirs);
  expect(await notePresence(ofOwner, mine, after(65))).toEqual([]);
});

it('shows a person with two tabs once, and to themselves not at all', async () => {
  const documentId = await readDocument(owner, ['one']);
  const open = { documentId, pageNumber: 1 };
  await notePresence(ofOwner, { ...open, tabId: 'firsttab' });
  expect(await notePresence(ofOwner, { ...open, tabId: 'secondtab' })).toEqual([]);
  expect(await notePresence(ofEditor, { ...open, tabId: 'theirtab' })).toHaveLength(1);
});

it('lets nobody end or renew the presence of another person, even by the name of their tab', async () => {
  const documentId = await readDocument(owner, ['one']);
  const open = { documentId, pageNumber: 1, tabId: 'thesametab' };
  await notePresence(ofOwner, open);
  await endPresence(ofEditor, open);
  await notePresence(ofEditor, open, after(30));
  const rows = await database().presence.findMany({ where: { page: { documentId } } });
  expect(rows).toMatchObject([{ userId: owner.id }]);
  expect(rows[0]?.seenAt.getTime()).toBeLessThan(start + 30_000);
});

it('is announced when somebody comes or goes, not with every sign of life', async () => {
  const documentId = await readDocument(owner, ['one']);
  const open = { documentId, pageNumber: 1, tabId: 'announced' };
  const events: LiveEvent[] = [];
  const stop = await listen((event) => {
    if (event.topic === 'presence' && event.documentId === documentId) events.push(event);
  });
  await notePresence(ofOwner, open);
  await notePresence(ofOwner, open);
  await endPresence(ofOwner, open);
  await endPresence(ofOwner, open);
  await notePresence(ofOwner, { ...open, tabId: 'lasttab1' });
  await vi.waitFor(() => expect(events).toHaveLength(3));
  stop();
});
