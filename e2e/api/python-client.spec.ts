import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { makePageImage } from '#lib/testing/image-factory.ts';
import { startWebhookReceiver } from '#lib/testing/webhook-receiver.ts';
import { ocrVersions } from '../fixtures/api-call.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

// The official Python client, where this machine has it: LECTERN_TEST_PYTHON names its interpreter.

const python = process.env.LECTERN_TEST_PYTHON || 'python3';
const wanted = '1.0.7';
const asked = spawnSync(python, ['-c', 'from replicate.__about__ import __version__; print(__version__)']);
const found = asked.status === 0 ? asked.stdout.toString().trim() : 'none';

test('the Python client runs, waits, cancels, pages, sends files, streams and checks webhooks', async ({
  apiToken,
  owner,
}) => {
  test.skip(found !== wanted, `not run: ${python} has no replicate ${wanted} (found: ${found})`);
  await sharedDatabase(
    `INSERT INTO prediction (id, workspace_id, model, version, input, status, created_at)
     SELECT substr(md5($1), 1, 20) || lpad(n::text, 6, '0'), $1, 'a/b', 'c', '{}', 'canceled', now() - interval '1 day'
     FROM generate_series(1, 250) n`,
    owner.workspace.id,
  );
  const page = { dpi: 200, fontSize: 14, pageSize: { width: 260, height: 160 }, margin: 24 };
  const image = Buffer.from(await makePageImage(['Total 10.35'], page)).toString('base64');
  const receiver = await startWebhookReceiver();
  const client = spawn(
    python,
    [
      `${import.meta.dirname}/python-client.py`,
      ...[serverUrl(), apiToken, ...ocrVersions, `data:image/png;base64,${image}`, receiver.url],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const said = text(client.stdout);
  const ended = once(client, 'exit');
  await expect.poll(() => receiver.received.length, { timeout: 90_000 }).toBe(1);
  const [webhook] = receiver.received;
  client.stdin.end(`${JSON.stringify({ headers: webhook?.headers, body: webhook?.body })}\n`);
  const [code] = await ended;
  await receiver.close();
  expect(code).toBe(0);
  const [ready, seen = ''] = (await said).trim().split('\n');
  expect(ready).toBe('ready');
  expect(JSON.parse(seen)).toMatchObject({
    by_version: ['Total 10.35', 'Total 10.35'],
    by_name: 'Total 10.35',
    polled: 'Slept for 0.2 s',
    failed: expect.stringContaining('the lamp went out'),
    ...{ created: 'starting', canceled: 'canceled', canceled_again: 'canceled' },
    pages: [100, 100, 56],
    file: ['a.txt', 5, { shelf: 'a' }, true],
    deleted: expect.stringContaining('File not found'),
    empty_file: 0,
    model: ['abiruyt', 'text-extract-ocr', ocrVersions[0]],
    versions: [...ocrVersions],
    models: true,
    hardware: [['cpu', 'CPU']],
    account: owner.workspace.slug,
    stream: [
      ['output', 'one'],
      ['output', ' two'],
      ['done', '{}'],
    ],
    validated: true,
    stranger: expect.stringContaining('You did not pass a valid authentication token'),
  });
});
