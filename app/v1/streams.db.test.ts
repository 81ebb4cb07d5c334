import { afterAll, expect, it, vi } from 'vitest';
import { authorize } from '#lib/access/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { createPrediction, predictionToWire } from '#lib/predictions/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { GET } from './streams/[id]/[signature]/route.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});
const listening = vi.hoisted(() => ({ now: 0 }));
vi.mock('#lib/live/index.ts', async (importOriginal) => {
  const live = await importOriginal<typeof import('#lib/live/index.ts')>();
  return {
    ...live,
    async listen(listener: Parameters<typeof live.listen>[0]) {
      const stop = await live.listen(listener);
      listening.now += 1;
      return () => {
        listening.now -= 1;
        stop();
      };
    },
  };
});

afterAll(async () => {
  await closeQueue();
  await closeLive();
});

async function open(path: string): Promise<Response> {
  const [id = '', signature = ''] = path.split('/').slice(-2);
  const params = Promise.resolve({ id, signature });
  return await GET(new Request('http://localhost:3000/v1/streams'), { params });
}

async function newStream(): Promise<string> {
  const { workspace } = await createUser();
  const scope = authorize({ kind: 'system', reason: 'test' }, workspace.id, 'prediction:write');
  const prediction = await createPrediction(scope, {
    version: 'replicate/canary',
    input: { text: 'a' },
    webhook: undefined,
    webhookEventsFilter: undefined,
    ownHosts: [],
  });
  return predictionToWire(prediction).urls.stream ?? '';
}

it('lets go of everything when its reader goes, whether it reads or not', async () => {
  const address = await newStream();
  const idle = await open(address);
  await idle.body?.cancel();
  const reading = (await open(address)).body?.getReader();
  await reading?.read();
  await expect.poll(() => listening.now).toBe(1);
  await reading?.cancel();
  await expect.poll(() => listening.now).toBe(0);
});

it('answers 404 for an address that was guessed', async () => {
  const address = await newStream();
  expect((await open(`${address}x`)).status).toBe(404);
});
