import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { writeBlob } from '#lib/blobs/index.ts';
import { config } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { createPrediction, type PredictionRequest } from './create-prediction.ts';
import { createFile } from './files/create-file.ts';
import { deleteFile } from './files/delete-file.ts';
import { getPrediction } from './get-prediction.ts';
import { predictionToWire } from './prediction-to-wire.ts';
import { UnknownVersion } from './unknown-version.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

let scope: Scope;
beforeEach(async () => {
  scope = await newApiScope();
});
afterAll(() => closeQueue());

const request: PredictionRequest = {
  version: 'lectern/sleep',
  input: { seconds: 0 },
  webhook: undefined,
  webhookEventsFilter: undefined,
  ownHosts: [],
};

async function pinsOf(image: string, ownHosts: string[] = []): Promise<unknown> {
  const { inputFiles } = await createPrediction(scope, {
    ...request,
    version: 'abiruyt/text-extract-ocr',
    input: { image },
    ownHosts,
  });
  return inputFiles;
}

async function newFile(owner: Scope) {
  const blob = await writeBlob([Buffer.from('a picture')], { maxBytes: 100 });
  return await createFile(owner, { blob, name: 'a.png', contentType: 'image/png', metadata: {} });
}

describe('a new prediction', () => {
  it('waits to be started, with the full version id whichever way it was named', async () => {
    const prediction = await createPrediction(scope, request);
    expect(prediction).toMatchObject({ status: 'starting', model: 'lectern/sleep', output: null, logs: '' });
    expect(prediction.version).toMatch(/^[0-9a-f]{64}$/);
    expect(prediction.id).toMatch(/^[0-9a-z]{26}$/);
    expect(await getPrediction(scope, prediction.id)).toEqual(prediction);
  });

  it('keeps known inputs, fills in defaults and drops the rest', async () => {
    const { input } = await createPrediction(scope, { ...request, input: { seconds: 2, token: 'r8_x' } });
    expect(input).toEqual({ seconds: 2, fail: false, logs: 0, log_interval_ms: 100 });
  });

  it('keeps text that PostgreSQL cannot hold as it is', async () => {
    const { input } = await createPrediction(scope, {
      ...request,
      version: 'replicate/canary',
      input: { text: 'a\0b\ud800' },
    });
    expect(input).toEqual({ text: 'ab\ufffd' });
  });

  it('of an unknown version or with wrong input does not come to be', async () => {
    await expect(createPrediction(scope, { ...request, version: 'a/b' })).rejects.toThrow(UnknownVersion);
    await expect(createPrediction(scope, { ...request, input: { seconds: 'x' } })).rejects.toMatchObject({
      problems: [{ field: 'input.seconds', type: 'invalid_type' }],
    });
    await expect(
      createPrediction(scope, {
        ...request,
        version: 'lectern/page-ocr',
        input: { image: 'https://example.org/a.png', languages: ['de', 'tlh'] },
      }),
    ).rejects.toMatchObject({ problems: [{ field: 'input.languages.1', type: 'enum' }] });
    for (const webhook of ['http://example.org/', 'https://10.0.0.1/']) {
      await expect(createPrediction(scope, { ...request, webhook })).rejects.toMatchObject({
        problems: [{ field: 'webhook' }],
      });
    }
  });

  it('belongs to its workspace alone', async () => {
    const { id } = await createPrediction(scope, request);
    await expect(getPrediction(await newApiScope(), id)).rejects.toThrow('could not be found');
  });
});

describe("the service's own files in the input", () => {
  it('are pinned, by every name of this server', async () => {
    const { id, sha256 } = await newFile(scope);
    for (const base of [config().publicUrl, config().internalUrl, 'https://ocr.example.org:8443']) {
      const url = `${base}/v1/files/${id}`;
      expect(await pinsOf(url, ['ocr.example.org:8443'])).toEqual({ [url]: sha256 });
    }
  });

  it('of another workspace are not there', async () => {
    const { id } = await newFile(await newApiScope());
    const url = `${config().publicUrl}/v1/files/${id}`;
    expect(await pinsOf(url)).toEqual({ [url]: null });
  });

  it('are not there after their deletion', async () => {
    const { id } = await newFile(scope);
    await deleteFile(scope, id);
    const url = `${config().publicUrl}/v1/files/${id}`;
    expect(await pinsOf(url)).toEqual({ [url]: null });
  });

  it('are told from files elsewhere', async () => {
    expect(await pinsOf('https://example.org/v1/files/abc')).toEqual({});
  });
});

describe('the order of waiting predictions', () => {
  it('lets the first of one workspace pass two hundred of another', async () => {
    const turns: number[] = [];
    for (let count = 0; count < 200; count++) turns.push((await createPrediction(scope, request)).turn);
    const single = await createPrediction(await newApiScope(), request);
    expect(turns.filter((turn) => turn < single.turn)).toEqual([]);
    expect(turns.filter((turn) => turn > single.turn).length).toBeGreaterThanOrEqual(199);
  });

  it('is that of creation within a workspace', async () => {
    const first = await createPrediction(scope, request);
    const second = await createPrediction(scope, request);
    const third = await createPrediction(scope, request);
    expect(second.turn).toBe(first.turn + 1);
    expect(third.turn).toBe(first.turn + 2);
  });
});

it('shows a password to nobody and stores it sealed', async () => {
  const { id } = await createPrediction(scope, {
    ...request,
    version: 'lectern/page-ocr',
    input: { image: 'https://example.org/a.pdf', pdf_password: 'open sesame' },
  });
  const stored = await getPrediction(scope, id);
  expect(predictionToWire(stored).input).toMatchObject({ pdf_password: '[redacted]' });
  expect(JSON.stringify(stored)).not.toContain('sesame');
});
