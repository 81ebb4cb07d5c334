import Replicate, { type Prediction } from 'replicate';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { ocrVersions } from '../fixtures/api-call.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

// The official client, as it is on npm, against our server: only `baseUrl` says where.

const [LATEST, OLDER] = ocrVersions;
const receiptLines = ['Corner Grocery', 'Bread 2.40', 'Coffee 7.95', 'Total 10.35'];
const small = { dpi: 200, fontSize: 14, pageSize: { width: 260, height: 160 }, margin: 24 };

function drawReceipt(): Promise<Uint8Array> {
  return makePageImage(receiptLines, small);
}

test.describe('run', () => {
  test('reads a file that the client uploads, by the bare name of the model', async ({ replicate }) => {
    const output = await replicate.run('abiruyt/text-extract-ocr', {
      input: { image: Buffer.from(await drawReceipt()) },
    });
    expect(output).toBe(receiptLines.join('\n'));
  });

  for (const version of [LATEST, OLDER] as const) {
    test(`reads a data URL, by version ${version.slice(0, 8)}`, async ({ replicate }) => {
      const base64 = Buffer.from(await drawReceipt()).toString('base64');
      const output = await replicate.run(`abiruyt/text-extract-ocr:${version}`, {
        input: { image: `data:image/png;base64,${base64}` },
      });
      expect(output).toBe(receiptLines.join('\n'));
    });
  }

  test('joins the pages of a PDF by form feeds and logs each of them', async ({ replicate }) => {
    const pdf = await makePdf([['The first page'], ['The second page']], { fontSize: 20 });
    const seen: Prediction[] = [];
    const output = await replicate.run(
      'abiruyt/text-extract-ocr',
      { input: { image: Buffer.from(pdf) }, wait: { mode: 'poll' } },
      (prediction) => seen.push(prediction),
    );
    expect(output).toBe('The first page\fThe second page');
    const logs = String(seen.at(-1)?.logs);
    expect(logs).toMatch(/Page 1 of 2 read in \d+ ms/);
    expect(logs).toMatch(/Page 2 of 2 read in \d+ ms/);
  });

  test('gives the words of an iterator one by one', async ({ replicate }) => {
    const output = await replicate.run('replicate/canary', { input: { text: 'one two three' } });
    expect(output).toEqual(['one', ' two', ' three']);
  });

  test('throws the reason when the model fails', async ({ replicate }) => {
    const run = replicate.run('lectern/sleep', { input: { fail: 'the lamp went out' } });
    await expect(run).rejects.toThrow('Prediction failed: the lamp went out');
  });

  test('waits in one request, and asks further where that was too short', async ({ replicate }) => {
    const seen: string[] = [];
    const output = await replicate.run(
      'lectern/sleep',
      { input: { seconds: 1.5 }, wait: { mode: 'block', timeout: 1, interval: 100 } },
      ({ status }) => seen.push(status),
    );
    expect(output).toBe('Slept for 1.5 s');
    expect([seen[0], seen.at(-1)]).toEqual(['starting', 'succeeded']);
    expect(seen).toContain('processing');
  });

  test('needs no second request where the first waits long enough', async ({ replicate }) => {
    const seen: string[] = [];
    await replicate.run('lectern/sleep', { input: {} }, ({ status }) => seen.push(status));
    expect(new Set(seen)).toEqual(new Set(['succeeded']));
  });

  test('takes back nothing when its signal is aborted after the end', async ({ replicate }) => {
    const abort = new AbortController();
    const output = await replicate.run(
      'lectern/sleep',
      { input: {}, wait: { mode: 'poll', interval: 50 }, signal: abort.signal },
      ({ status }) => {
        if (status === 'succeeded') abort.abort();
      },
    );
    expect(output).toBe('Slept for 0 s');
  });

  test('gives up a prediction when its signal is aborted', async ({ replicate }) => {
    const abort = new AbortController();
    const started = Promise.withResolvers<Prediction>();
    const run = replicate.run(
      'lectern/sleep',
      { input: { seconds: 60 }, wait: { mode: 'poll' }, signal: abort.signal },
      started.resolve,
    );
    const { id } = await started.promise;
    abort.abort();
    await run;
    expect((await replicate.predictions.get(id)).status).toBe('canceled');
  });
});

test.describe('the life of a prediction', () => {
  test('goes from starting to succeeded, with times and figures that fit together', async ({ replicate }) => {
    const input = { seconds: 0.3, unknown: 'is dropped' };
    const created = await replicate.predictions.create({ model: 'lectern/sleep', input });
    expect(created).toMatchObject({
      id: expect.stringMatching(/^[0-9a-z]{26}$/),
      model: 'lectern/sleep',
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
      status: 'starting',
      source: 'api',
      input: expect.objectContaining({ seconds: 0.3 }),
      output: null,
      error: null,
      logs: '',
      data_removed: false,
    });
    expect(created.input).not.toHaveProperty('unknown');
    for (const url of Object.values(created.urls)) expect(url).toMatch(new RegExp(`^${serverUrl()}/`));

    const done = await replicate.wait(created, { interval: 100 });
    expect(done).toMatchObject({
      id: created.id,
      status: 'succeeded',
      output: 'Slept for 0.3 s',
      error: null,
    });
    expect(done.created_at).toBe(created.created_at);
    const [createdAt, startedAt, completedAt] = [done.created_at, done.started_at, done.completed_at].map(
      (time) => Date.parse(String(time)),
    );
    expect(done.metrics?.predict_time).toBeGreaterThanOrEqual(0.3);
    expect(done.metrics?.predict_time).toBeCloseTo((Number(completedAt) - Number(startedAt)) / 1000, 2);
    expect(done.metrics?.total_time).toBeCloseTo((Number(completedAt) - Number(createdAt)) / 1000, 2);
  });

  test('ends at once when it is canceled, and stays canceled', async ({ replicate }) => {
    const { id } = await replicate.predictions.create({ model: 'lectern/sleep', input: { seconds: 60 } });
    await expect
      .poll(async () => (await replicate.predictions.get(id)).status, { intervals: [50] })
      .toBe('processing');
    const canceled = await replicate.predictions.cancel(id);
    expect(canceled).toMatchObject({ id, status: 'canceled', output: null, error: null });
    expect(canceled.completed_at).toBeTruthy();
    expect(canceled.metrics?.predict_time).toBeLessThan(60);
    // Canceling what has ended changes nothing.
    expect(await replicate.predictions.cancel(id)).toEqual(canceled);
    expect(await replicate.predictions.get(id)).toEqual(canceled);
  });

  test('ends as failed with a reason when the image cannot be fetched or read', async ({ replicate }) => {
    const gone = `${serverUrl()}/v1/files/${'0'.repeat(26)}`;
    const broken = 'data:image/png;base64,bm90IGFuIGltYWdl';
    for (const image of [gone, broken, `${serverUrl()}/api/health/live`]) {
      const created = await replicate.predictions.create({
        model: 'abiruyt/text-extract-ocr',
        input: { image },
      });
      await expect(replicate.wait(created, { interval: 100 })).rejects.toThrow('Prediction failed');
      const failed = await replicate.predictions.get(created.id);
      expect(failed).toMatchObject({ status: 'failed', output: null });
      expect(String(failed.error)).toMatch(/^.{20,}\.$/);
    }
  });
});

test('lists are paged through, newest first, each prediction exactly once', async ({ replicate, owner }) => {
  await sharedDatabase(
    `INSERT INTO prediction (id, workspace_id, model, version, input, status, created_at)
     SELECT substr(md5($1), 1, 20) || lpad(n::text, 6, '0'), $1, 'a/b', 'c', '{}', 'canceled', now() - n / 5 * interval '1 second'
     FROM generate_series(1, 260) n`,
    owner.workspace.id,
  );
  const pages: Prediction[][] = [];
  for await (const page of replicate.paginate(replicate.predictions.list)) pages.push(page);
  expect(pages.map((page) => page.length)).toEqual([100, 100, 60]);
  const listed = pages.flat();
  expect(new Set(listed.map(({ id }) => id)).size).toBe(260);
  const times = listed.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted().reverse());
});

test('files can be sent, found, listed and deleted', async ({ replicate }) => {
  const file = await replicate.files.create(new Blob(['hello'], { type: 'text/plain' }), { shelf: 'a' });
  expect(file).toMatchObject({ content_type: 'text/plain', size: 5, metadata: { shelf: 'a' } });
  expect(file.checksums.sha256).toBe('2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824');
  expect(Date.parse(String(file.expires_at)) - Date.parse(file.created_at)).toBe(24 * 3600 * 1000);
  expect(await replicate.files.get(file.id)).toEqual(file);
  expect((await replicate.files.list()).results).toEqual([file]);
  expect(await replicate.files.delete(file.id)).toBe(true);
  await expect(replicate.files.get(file.id)).rejects.toThrow('404');
});

test('says who the account is, what runs it, and what a version takes and gives', async ({ replicate }) => {
  expect(await replicate.accounts.current()).toMatchObject({
    username: expect.any(String),
    name: expect.any(String),
  });
  expect(await replicate.hardware.list()).toEqual([{ sku: expect.any(String), name: expect.any(String) }]);
  const version = await replicate.models.versions.get('abiruyt', 'text-extract-ocr', LATEST);
  expect(version).toMatchObject({
    id: LATEST,
    openapi_schema: {
      components: {
        schemas: {
          Input: { required: ['image'], properties: { image: { type: 'string', format: 'uri' } } },
          Output: { type: 'string', title: 'Output' },
        },
      },
    },
  });
});

test('a key of nobody is told so', async () => {
  const stranger = new Replicate({ auth: 'lect_of_nobody', baseUrl: `${serverUrl()}/v1` });
  await expect(stranger.predictions.list()).rejects.toThrow('You did not pass a valid authentication token');
});

test.describe('models', () => {
  test('are listed, found, and described with their versions', async ({ replicate }) => {
    const { results } = await replicate.models.list();
    expect(results.map(({ name }) => name)).toContain('text-extract-ocr');
    const found = await replicate.models.search('lectern page');
    expect(found.results.map(({ name }) => name)).toEqual(['page-ocr']);
    const model = await replicate.models.get('abiruyt', 'text-extract-ocr');
    expect(model.latest_version?.id).toBe(LATEST);
    const versions = await replicate.models.versions.list('abiruyt', 'text-extract-ocr');
    expect(versions.results.map(({ id }) => id)).toEqual([LATEST, OLDER]);
  });
});

test.describe('stream', () => {
  test('tells the words of an iterator as they come', async ({ replicate }) => {
    const events: string[] = [];
    for await (const event of replicate.stream('replicate/canary', { input: { text: 'one two' } }))
      events.push(`${event.event}:${event.data}`);
    expect(events).toEqual(['output:one', 'output: two', 'done:{}']);
  });

  test('tells the pages of a PDF where it is asked to', async ({ replicate }) => {
    const pdf = await makePdf([['The first page'], ['The second page']], { fontSize: 20 });
    const image = `data:application/pdf;base64,${Buffer.from(pdf).toString('base64')}`;
    const { urls } = await replicate.predictions.create({ version: LATEST, input: { image }, stream: true });
    const reply = await fetch(String(Reflect.get(urls, 'stream')));
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    const events = (await reply.text()).split('\n\n').filter((event) => event.includes('event: output'));
    const text = events.map((event) => event.split('\ndata: ').at(1) ?? '').join('');
    expect(text).toBe('The first page\fThe second page');
  });
});
