import { existsSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { callerKey } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import { blobPath } from '#lib/blobs/index.ts';
import { newId, portalToken, rateLimit, sha256 } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { newApiToken } from '#lib/testing/api-scope.ts';
import { callPortal } from '#lib/testing/call-portal.ts';
import { uniqueJpeg } from '#lib/testing/documents.ts';
import { POST as createDocument } from '../api/v1/documents/route.ts';
import { POST as create } from './files/route.ts';

// Uploads that are turned away: nothing of them stays, and nobody sends more than they may.

const token = await newApiToken();
afterAll(() => closeQueue());

function send(body: BodyInit, { as = token, ...headers }: Record<string, string> = {}): Promise<Response> {
  const all = { ...headers, authorization: `Bearer ${as}` };
  const request = new Request('http://localhost:3000/v1/files', { method: 'POST', headers: all, body });
  return create(request, { params: Promise.resolve(undefined) });
}

function formOf(parts: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
}

it('a file that is refused after its content leaves no bytes', async () => {
  const bytes = Buffer.from(`refused ${newId()}`);
  const content: [string, Blob] = ['content', new Blob([bytes])];
  for (const wrong of [
    ['metadata', '{'] as [string, string],
    ['filename', 'x'.repeat(300)] as [string, string],
  ]) {
    expect((await send(formOf([content, wrong]))).status).toBe(422);
    expect(existsSync(blobPath(sha256(bytes)))).toBe(false);
  }
  const part = `--edge\r\nContent-Disposition: form-data; name="content"; filename="a"\r\n\r\n${bytes}\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
  const broken = await send(`${part}--edge\r\n`, headers);
  expect(broken.status).toBe(400);
  expect(existsSync(blobPath(sha256(bytes)))).toBe(false);
});

it('takes no more files of a token than it may send, and what the portal sends on is not counted again', async () => {
  const busy = await createUser();
  const as = await apiTokenOf(busy);
  const ofPortal = portalToken(busy.workspace.id);
  for (const key of [as, ofPortal]) {
    const actor = await authenticateToken(key);
    if (actor) await rateLimit('upload', 1_200, 600).take(callerKey(actor), 1_200);
  }
  const body = formOf([['content', new Blob(['hello'])]]);
  const reply = await send(body, { as });
  expect(reply.status).toBe(429);
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await send(body, { as: ofPortal })).status).toBe(201);
  const document = formOf([['file', new Blob([new Uint8Array(uniqueJpeg())])]]);
  expect((await callPortal(createDocument, { method: 'POST', token: as, body: document })).status).toBe(429);
});
