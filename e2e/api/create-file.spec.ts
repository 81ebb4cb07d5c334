import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

testCommonAnswers('createFile', { path: '/files', body: 'no form' });

const multipart = { 'content-type': 'multipart/form-data; boundary=edge' };

/** A form as it goes over the wire, so that the order of its parts and what they say can be chosen. */
function form(...parts: readonly (readonly [disposition: string, type: string, content: string])[]): string {
  const all = parts.map(
    ([disposition, type, content]) =>
      `--edge\r\nContent-Disposition: form-data; ${disposition}\r\n${type && `Content-Type: ${type}\r\n`}\r\n${content}\r\n`,
  );
  return `${all.join('')}--edge--\r\n`;
}

const content = ['name="content"; filename="a.txt"', 'text/plain', 'hello'] as const;
const metadata = (type: string, more = '') =>
  [`name="metadata"${more}`, type, '{"shelf":"a","n":1}'] as const;

for (const [what, parts, more] of [
  ['a file alone', [content], { name: 'a.txt', content_type: 'text/plain', size: 5, metadata: {} }],
  ['metadata before the file', [metadata(''), content], { metadata: { shelf: 'a', n: 1 } }],
  ['metadata behind the file', [content, metadata('')], { metadata: { shelf: 'a', n: 1 } }],
  [
    'metadata that comes as if it were a file',
    [content, metadata('application/json', '; filename="blob"')],
    { name: 'a.txt', metadata: { shelf: 'a', n: 1 } },
  ],
  [
    'a name and a type of its own',
    [content, ['name="filename"', '', 'größe 日本.pdf'], ['name="type"', '', 'application/pdf']],
    { name: 'größe 日本.pdf', content_type: 'application/pdf' },
  ],
  ['no bytes', [['name="content"; filename="empty"', '', '']], { size: 0, name: 'empty' }],
  [
    'neither name nor type',
    [['name="content"; filename=""', '', 'x']],
    // What a part without a type is, says RFC 7578.
    { name: 'file', content_type: 'text/plain' },
  ],
] as const)
  test(`201 takes ${what}`, async ({ apiToken: token }) => {
    const reply = await callApi('POST', '/files', { token, headers: multipart, body: form(...parts) });
    expect(reply.status, reply.text).toBe(201);
    expect(fileSchema.strict().parse(reply.json)).toMatchObject(more);
  });

test('201 describes the file in full, for a day', async ({ apiToken: token }) => {
  const { json } = await callApi('POST', '/files', { token, headers: multipart, body: form(content) });
  const file = fileSchema.parse(json);
  expect(file).toMatchObject({
    id: expect.stringMatching(/^[0-9a-z]{26}$/),
    etag: '5d41402abc4b2a76b9719d911017c592',
    checksums: {
      md5: '5d41402abc4b2a76b9719d911017c592',
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    },
    urls: { get: `${serverUrl()}/v1/files/${file.id}` },
  });
  expect(Date.parse(file.expires_at) - Date.parse(file.created_at)).toBe(24 * 3_600_000);
});

for (const [what, body] of [
  ['a form that breaks off', form(content).slice(0, -12)],
  ['what only claims to be a form', 'hello'],
] as const)
  test(`400 answers ${what}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('POST', '/files', { token, headers: multipart, body }), 400);
  });

test('413 answers a file above 100 MB as soon as it is announced', async ({ apiToken }) => {
  const headers = { ...multipart, authorization: `Bearer ${apiToken}`, 'content-length': '120000000' };
  const asked = request(`${serverUrl()}/v1/files`, { method: 'POST', headers });
  const answered = new Promise<[number | undefined, string]>((resolve, reject) => {
    asked.once('response', (reply) => text(reply).then((body) => resolve([reply.statusCode, body]), reject));
    asked.once('error', reject);
  });
  asked.write('--edge\r\n');
  const [status, body] = await answered;
  asked.destroy();
  expect(status).toBe(413);
  expect(JSON.parse(body)).toMatchObject({ status: 413, detail: 'Files must be less than 100MB in size' });
});

test('422 answers a body that is no form', async ({ apiToken: token }) => {
  expectProblem(await callApi('POST', '/files', { token, body: { content: 'hello' } }), 422);
});

for (const [what, body, field] of [
  [
    'a form without a file',
    form(metadata('')),
    { type: 'required', field: '', description: 'content is required' },
  ],
  ['metadata that is no JSON', form(content, ['name="metadata"', '', '{']), { field: 'metadata' }],
  ['metadata that is no object', form(content, ['name="metadata"', '', '[1]']), { field: 'metadata' }],
  [
    'a name of more than 255 bytes',
    form(content, ['name="filename"', '', 'ü'.repeat(128)]),
    { field: 'filename' },
  ],
] as const)
  test(`422 answers ${what}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('POST', '/files', { token, headers: multipart, body }), 422, {
      invalid_fields: [expect.objectContaining(field)],
    });
  });
