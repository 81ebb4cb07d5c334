import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { config, inTransaction, newId, portalToken } = await import('#lib/platform/index.ts');
const { database } = await import('#lib/platform/database.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const provider = await import('./index.ts');

const folder = await mkdtemp(join(tmpdir(), 'lectern-provider-'));
const { workspace } = await createUser();

afterAll(() => service.stop());
beforeEach(() => {
  service.refusal = null;
  service.predictions.length = 0;
  service.files.length = 0;
});

async function pageOfNewDocument(page = 1) {
  const documentId = newId();
  const path = join(folder, documentId);
  await writeFile(path, `the bytes of ${documentId}`);
  await database().document.create({
    data: {
      id: documentId,
      workspaceId: workspace.id,
      name: 'a.pdf',
      contentType: 'application/pdf',
      size: 1,
      sha256: 'x',
    },
  });
  const document = { documentId, path, name: 'Ä report.pdf', contentType: 'application/pdf' };
  const common = { workspaceId: workspace.id, submissionId: newId(), languages: ['en'], picturePath: null };
  return { ...common, document, page };
}

describe('submitting a page', () => {
  it('hands over the whole file and the page number, with the workspace key and a webhook of this try', async () => {
    const work = await pageOfNewDocument(3);
    const outcome = await provider.submitPrediction(work);
    const [made] = service.predictions;
    expect(outcome).toEqual({ outcome: 'accepted', predictionId: made?.id });
    expect(made?.path).toBe('/v1/models/lectern/page-ocr/predictions');
    expect(made?.authorization).toBe(`Bearer ${portalToken(workspace.id)}`);
    expect(made?.input).toMatchObject({ page: 3, languages: ['en'] });
    expect(made?.webhook).toBe(
      `${config().internalUrl}/api/webhooks/predictions?submission=${work.submissionId}`,
    );
    expect(service.files[0]).toContain(`the bytes of ${work.document.documentId}`);
  });

  it('sends the file once for all pages, also for those submitted together', async () => {
    const work = await pageOfNewDocument();
    const pages = [1, 2, 3, 4].map((page) => provider.submitPrediction({ ...work, page }));
    await Promise.all(pages);
    await provider.submitPrediction({ ...work, page: 5 });
    expect(service.files).toHaveLength(1);
    expect(new Set(service.predictions.map(({ input }) => input.image)).size).toBe(1);
  });

  it('sends the file again when the service is about to drop it, or is said to have lost it', async () => {
    const work = await pageOfNewDocument();
    const { documentId } = work.document;
    await provider.submitPrediction(work);
    const soon = new Date(Date.now() + 3_600_000);
    await database().providerFile.updateMany({ where: { documentId }, data: { expiresAt: soon } });
    await provider.submitPrediction(work);
    expect(service.files).toHaveLength(2);
    await inTransaction((tx) => provider.forgetFile(tx, documentId));
    await provider.submitPrediction(work);
    expect(service.files).toHaveLength(3);
  });

  it('tells the reason when the service refuses the page for good', async () => {
    service.refusal = {
      status: 422,
      body: { title: 'Wrong', detail: '- input: image is required\n', status: 422 },
    };
    expect(await provider.submitPrediction(await pageOfNewDocument())).toEqual({
      outcome: 'refused',
      reason: 'The prediction service did not accept this page: - input: image is required',
    });
  });

  it.each([429, 500, 503])(
    'throws when the service answers %d, so that it is tried again',
    async (status) => {
      service.refusal = { status, body: { detail: 'Later.', status } };
      await expect(provider.submitPrediction(await pageOfNewDocument())).rejects.toThrow();
    },
  );
});

describe('asking about a prediction', () => {
  it('tells its state, and null for one that the service does not know', async () => {
    const outcome = await provider.submitPrediction(await pageOfNewDocument());
    const id = outcome.outcome === 'accepted' ? outcome.predictionId : '';
    expect(await provider.fetchPrediction(workspace.id, id)).toMatchObject({ id, status: 'starting' });
    expect(await provider.fetchPrediction(workspace.id, newId())).toBeNull();
  });

  it('cancels, and does not mind one that is gone', async () => {
    const outcome = await provider.submitPrediction(await pageOfNewDocument());
    const id = outcome.outcome === 'accepted' ? outcome.predictionId : '';
    await provider.cancelPrediction(workspace.id, id);
    expect(service.predictions[0]?.canceled).toBe(true);
    await provider.cancelPrediction(workspace.id, newId());
  });
});

describe('the signature of a webhook', () => {
  const body = '{"id":"x"}';
  const now = new Date('2026-01-02T03:04:05Z');
  const clock = { now: () => now };
  const message = (headers: Record<string, string>, sent = body) => ({
    id: headers['webhook-id'] ?? '',
    timestamp: headers['webhook-timestamp'] ?? '',
    signature: headers['webhook-signature'] ?? '',
    body: sent,
  });
  const verify = (signed: ReturnType<typeof message>) => provider.verifyWebhook(workspace.id, signed, clock);

  it('holds for the bytes that were signed and no others', async () => {
    const headers = service.sign(body, { at: now });
    expect(await verify(message(headers))).toBe(true);
    expect(await verify(message(headers, '{"id":"y"}'))).toBe(false);
    expect(await verify({ ...message(headers), id: 'another' })).toBe(false);
    expect(await verify({ ...message(headers), signature: '' })).toBe(false);
  });

  it('is refused when it is more than five minutes off', async () => {
    const minute = 60_000;
    const at = (offsetMs: number) => message(service.sign(body, { at: new Date(now.getTime() + offsetMs) }));
    expect(await verify(at(-4.9 * minute))).toBe(true);
    expect(await verify(at(4.9 * minute))).toBe(true);
    expect(await verify(at(-5.1 * minute))).toBe(false);
    expect(await verify(at(5.1 * minute))).toBe(false);
    expect(await verify({ ...at(0), timestamp: 'now' })).toBe(false);
  });

  it('survives a changed secret without asking for it at every bad message', async () => {
    await verify(message(service.sign(body, { at: now })));
    service.secretKey = Buffer.from('another key of thirty-two bytes!');
    const later = new Date(now.getTime() + 20_000);
    const signed = message(service.sign(body, { at: later }));
    expect(await provider.verifyWebhook(workspace.id, signed, { now: () => later })).toBe(true);
    const given = service.secretsGiven;
    for (let tries = 0; tries < 5; tries++) {
      const forged = { ...signed, signature: `v1,${Buffer.from(String(tries)).toString('base64')}` };
      expect(await provider.verifyWebhook(workspace.id, forged, { now: () => later })).toBe(false);
    }
    expect(service.secretsGiven).toBe(given);
  });
});
