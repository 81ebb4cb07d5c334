import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
process.env.REPLICATE_API_TOKEN = 'a token of the operator';
process.env.PUBLIC_URL = 'https://ocr.example';
// The configuration is read once, on import.
const { submitPrediction } = await import('./index.ts');

const folder = await mkdtemp(join(tmpdir(), 'lectern-hosted-'));
const document = {
  documentId: 'd',
  path: join(folder, 'none'),
  name: 'a.pdf',
  contentType: 'application/pdf',
};
const work = { workspaceId: 'w', submissionId: 's', document, page: 2, languages: [] };

afterAll(() => service.stop());

async function picture(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `picture-${bytes.byteLength}`);
  await writeFile(path, bytes);
  return path;
}

it('waits for the picture of the page, which is all the hosted model reads', async () => {
  expect(await submitPrediction({ ...work, picturePath: null })).toEqual({ outcome: 'needs_picture' });
  expect(service.predictions).toEqual([]);
});

it("sends a small picture with the request, with the operator's token and a webhook to the public address", async () => {
  const picturePath = await picture(Buffer.from('a picture'));
  expect(await submitPrediction({ ...work, picturePath })).toMatchObject({ outcome: 'accepted' });
  const made = service.predictions.at(-1);
  expect(made?.path).toBe('/v1/predictions');
  expect(made?.authorization).toBe('Bearer a token of the operator');
  expect(made?.input.image).toBe(`data:image/webp;base64,${Buffer.from('a picture').toString('base64')}`);
  expect(made?.webhook).toBe('https://ocr.example/api/webhooks/predictions?submission=s');
});

it('uploads a larger picture and names its address', async () => {
  const picturePath = await picture(Buffer.alloc(300_000, 'x'));
  expect(await submitPrediction({ ...work, picturePath })).toMatchObject({ outcome: 'accepted' });
  expect(service.files).toHaveLength(1);
  expect(service.predictions.at(-1)?.input.image).toMatch(/\/v1\/files\/\w+$/);
});
