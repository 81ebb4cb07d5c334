import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { authorize, type Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { writeBlob } from '#lib/blobs/index.ts';
import { portalToken } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import { cancelPrediction } from './cancel-prediction.ts';
import { type ApiFile, fileToWire } from './files/api-file.ts';
import { createFile } from './files/create-file.ts';
import { deleteFile } from './files/delete-file.ts';
import { getFile } from './files/get-file.ts';
import { listFiles } from './files/list-files.ts';
import { pinFiles } from './files/pin-files.ts';
import { getPrediction } from './get-prediction.ts';
import { listPredictions } from './list-predictions.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

let program: Scope;
let portal: Scope;
beforeAll(async () => {
  program = await newApiScope();
  const { workspaceId } = program;
  portal = authorize(await authenticateToken(portalToken(workspaceId)), workspaceId, 'prediction:write');
});
afterAll(() => closeQueue());

async function fileOf(scope: Scope): Promise<ApiFile> {
  const blob = await writeBlob([Buffer.from(`of ${scope === portal ? 'the portal' : 'a program'}`)], {
    maxBytes: 100,
  });
  return createFile(scope, { blob, name: 'x', contentType: 'image/png', metadata: {} });
}

it('hides from programs what the portal has had read, and not from the portal', async () => {
  const theirs = await newPrediction(program);
  const portals = await newPrediction(portal);
  const idsOf = async (scope: Scope) => (await listPredictions(scope, {}, null)).items.map(({ id }) => id);
  expect(await idsOf(program)).toEqual([theirs.id]);
  expect(await idsOf(portal)).toEqual([portals.id, theirs.id]);
  for (const act of [getPrediction, cancelPrediction]) {
    await expect(act(program, portals.id)).rejects.toMatchObject({ kind: 'not_found' });
  }
  expect((await getPrediction(portal, portals.id)).status).toBe('starting');
  expect((await cancelPrediction(program, theirs.id)).status).toBe('canceled');
});

it('hides the files that the portal has sent, also as inputs', async () => {
  const theirs = await fileOf(program);
  const portals = await fileOf(portal);
  expect((await listFiles(program, null)).items.map(({ id }) => id)).toEqual([theirs.id]);
  expect((await listFiles(portal, null)).items.map(({ id }) => id)).toEqual([portals.id, theirs.id]);
  for (const act of [getFile, deleteFile]) {
    await expect(act(program, portals.id)).rejects.toMatchObject({ kind: 'not_found' });
  }
  const url = fileToWire(portals).urls.get;
  expect(await pinFiles(program, { image: url }, [])).toEqual({ [url]: null });
  expect(await pinFiles(portal, { image: url }, [])).toEqual({ [url]: portals.sha256 });
});
