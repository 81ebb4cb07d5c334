import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openLargePicture, openPageImage, recordPageImages } from '#lib/documents/index.ts';
import { EngineError, type EnginePool } from '#lib/engine/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf } from '#lib/testing/documents.ts';
import { registerPortalTasks } from './portal-tasks.ts';

const user = await createUser();
const scope = scopeOf(user);
const patience = { timeout: 15_000 };
const pictures = { image: Buffer.from('usual'), thumbnail: Buffer.from('small') };
/** How often a large picture was drawn. */
let drawings = 0;
let draw: () => Promise<Uint8Array>;

const engine: EnginePool = {
  size: 1,
  inspect: () => Promise.reject(new Error('Nothing is inspected here.')),
  readPage: () => Promise.reject(new Error('The portal reads no pages itself.')),
  unlock: () => Promise.reject(new Error('No document here is encrypted.')),
  searchablePdf: () => Promise.reject(new Error('Nothing is exported here.')),
  async renderPage({ maxSide }) {
    if (maxSide <= 2_000) return pictures.image;
    drawings += 1;
    return draw();
  },
  close: async () => undefined,
};

beforeAll(() => registerPortalTasks(engine, new AbortController().signal));
beforeEach(() => {
  drawings = 0;
  draw = async () => Buffer.from('large');
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

/** One page of 3,000 × 4,000 pixels unless told, whose usual picture is drawn. */
async function drawnPage(size = { width: 3_000, height: 4_000 }): Promise<string> {
  const documentId = await documentWithPages(user, 1);
  await recordPageImages(scope, documentId, 1, pictures);
  await database().page.updateMany({ where: { documentId }, data: size });
  return documentId;
}

async function largePicture(documentId: string): Promise<string | null> {
  const picture = await openLargePicture(scope, documentId, 1);
  return picture && new Response((await picture.open()).stream).text();
}

it('draws the large picture when it is asked for, once', async () => {
  const documentId = await drawnPage();
  expect(await Promise.all([largePicture(documentId), largePicture(documentId)])).toEqual([null, null]);
  await expect.poll(() => largePicture(documentId), patience).toBe('large');
  expect(drawings).toBe(1);
});

it('draws nothing where the file holds no more pixels than the usual picture', async () => {
  const documentId = await drawnPage({ width: 1_200, height: 2_000 });
  await expect.poll(() => largePicture(documentId), patience).toBe('usual');
  expect(drawings).toBe(0);
});

it('makes do with the usual picture of a page that cannot be drawn, and asks no more', async () => {
  draw = () => Promise.reject(new EngineError('unreadable', 'This PNG image is damaged.'));
  const documentId = await drawnPage();
  await expect.poll(() => largePicture(documentId), patience).toBe('usual');
  expect((await openLargePicture(scope, documentId, 1))?.sha256).toBe(
    (await openPageImage(scope, documentId, 1)).sha256,
  );
  expect(drawings).toBe(1);
});

it('knows no large picture of a page that has none at all', async () => {
  const documentId = await documentWithPages(user, 1);
  await expect(openLargePicture(scope, documentId, 1)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(openLargePicture(scope, documentId, 2)).rejects.toMatchObject({ kind: 'not_found' });
});
