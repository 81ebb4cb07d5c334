import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PredictionService } from '#lib/testing/prediction-service.ts';

const service = new PredictionService();
process.env.REPLICATE_BASE_URL = await service.start();
// The configuration is read once, on import.
const { closeQueue } = await import('#lib/queue/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { documentWithPages, scopeOf } = await import('#lib/testing/documents.ts');
const { reading, statusOf, submitAll } = await import('#lib/testing/reading.ts');
const { POST } = await import('./route.ts');

const user = await createUser();
const scope = scopeOf(user);

type Page = Awaited<ReturnType<typeof submitAll>>[number];
let documentId: string;
let page: Page;

beforeAll(async () => {
  documentId = await documentWithPages(user, 1);
  const [submitted] = await submitAll(scope, documentId);
  if (!submitted) throw new Error('no page');
  page = submitted;
});
afterAll(async () => {
  await closeQueue();
  await service.stop();
});

function send(body: string, headers: Record<string, string>, submission = page.submissionId) {
  const url = `http://localhost:3000/api/webhooks/predictions?submission=${submission}`;
  return POST(new Request(url, { method: 'POST', body, headers }));
}

const statusOfPage = async () => (await statusOf(scope, documentId)).pages[0];
const news = (status: string, more = {}) => JSON.stringify({ id: page.predictionId, status, ...more });

describe('a webhook', () => {
  it('changes nothing without a right signature over the very bytes', async () => {
    const body = news('processing');
    const signed = service.sign(body);
    expect((await send(body, {})).status).toBe(401);
    expect((await send(body, { ...signed, 'webhook-signature': 'v1,AAAA' })).status).toBe(401);
    expect((await send(news('succeeded', { output: reading }), signed)).status).toBe(401);
    expect(await statusOfPage()).toBe('submitted');
  });

  it('changes nothing when it is a replay of more than five minutes ago', async () => {
    const body = news('processing');
    const signed = service.sign(body, { at: new Date(Date.now() - 6 * 60_000) });
    expect((await send(body, signed)).status).toBe(401);
    expect(await statusOfPage()).toBe('submitted');
  });

  it('is applied, also when it comes twice', async () => {
    const body = news('processing');
    const signed = service.sign(body);
    expect((await send(body, signed)).status).toBe(200);
    expect((await send(body, signed)).status).toBe(200);
    expect(await statusOfPage()).toBe('processing');
  });

  it('that cannot be used is not asked for again', async () => {
    const body = 'no JSON at all';
    expect((await send(body, service.sign(body))).status).toBe(200);
    const other = JSON.stringify({ id: 'another', status: 'failed', error: 'no' });
    expect((await send(other, service.sign(other))).status).toBe(200);
    expect((await send(news('failed'), service.sign(news('failed')), 'unknown')).status).toBe(204);
    expect((await send(news('failed'), service.sign(news('failed')), 'a%00')).status).toBe(204);
    expect(await statusOfPage()).toBe('processing');
  });

  it('that is too large is read no further than the limit, whatever length it announced', async () => {
    let sentBytes = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sentBytes += 1_048_576;
        if (sentBytes > 100 * 1_048_576) return controller.close();
        controller.enqueue(new Uint8Array(1_048_576));
      },
    });
    const url = `http://localhost:3000/api/webhooks/predictions?submission=${page.submissionId}`;
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    expect((await POST(new Request(url, init))).status).toBe(413);
    expect(sentBytes).toBeLessThan(40 * 1_048_576);
  });

  it('ends the page, and a late one does not bring it back', async () => {
    const end = news('succeeded', { output: reading });
    expect((await send(end, service.sign(end))).status).toBe(200);
    const late = news('processing');
    expect((await send(late, service.sign(late))).status).toBe(200);
    expect(await statusOfPage()).toBe('succeeded');
  });

  it('is asked for again while we cannot find out whether it is genuine', async () => {
    const body = news('processing');
    const stranger = await createUser();
    const foreignDocument = await documentWithPages(stranger, 1);
    const [foreign] = await submitAll(scopeOf(stranger), foreignDocument);
    await service.stop();
    expect((await send(body, service.sign(body), foreign?.submissionId)).status).toBe(503);
  });
});
