import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileSchema, operations, problemSchema } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { config, derive } from '#lib/platform/index.ts';
import { openDownload } from '#lib/predictions/index.ts';
import { newApiToken } from '#lib/testing/api-scope.ts';
import { GET as download } from './files/[id]/download/route.ts';
import { GET as get, DELETE as remove } from './files/[id]/route.ts';
import { POST as create, GET as list } from './files/route.ts';

const URL_OF_FILES = 'http://localhost:3000/v1/files';
let token: string;
beforeAll(async () => {
  token = await newApiToken();
});

async function call(
  handler: typeof create,
  init: RequestInit & { id?: string; as?: string } = {},
): Promise<Response> {
  const { id, as = token, ...rest } = init;
  const headers = new Headers(rest.headers);
  headers.set('authorization', `Bearer ${as}`);
  const request = new Request(id ? `${URL_OF_FILES}/${id}` : URL_OF_FILES, { ...rest, headers });
  return await handler(request, { params: Promise.resolve(id ? { id } : undefined) });
}

async function upload(parts: [string, string | Blob, string?][]): Promise<Response> {
  const form = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName ?? 'blob');
  }
  return await call(create, { method: 'POST', body: form });
}

const png = new Blob(['hello'], { type: 'image/png' });

describe('an upload', () => {
  it('is described as Replicate does', async () => {
    const reply = await upload([['content', png, 'a.png']]);
    expect(reply.status).toBe(201);
    const file = fileSchema.parse(await reply.json());
    expect(file).toMatchObject({
      name: 'a.png',
      content_type: 'image/png',
      size: 5,
      etag: '5d41402abc4b2a76b9719d911017c592',
      checksums: {
        md5: '5d41402abc4b2a76b9719d911017c592',
        sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      },
      metadata: {},
      urls: { get: `${URL_OF_FILES}/${file.id}` },
    });
    expect(Date.parse(file.expires_at) - Date.parse(file.created_at)).toBe(24 * 60 * 60_000);
  });

  it.each<[string, [string, string | Blob, string?][]]>([
    [
      'as a file, like the JavaScript client',
      [['metadata', new Blob(['{"a":"b"}'], { type: 'application/json' })]],
    ],
    ['as a field, like the Python client', [['metadata', '{"a":"b"}']]],
  ])('takes metadata %s, before or after the content', async (_, metadata) => {
    for (const parts of [
      [...metadata, ['content', png, 'a.png']],
      [['content', png, 'a.png'], ...metadata],
    ] as [string, string | Blob, string?][][]) {
      expect(await (await upload(parts)).json()).toMatchObject({ metadata: { a: 'b' }, size: 5 });
    }
  });

  it('of zero bytes is a file', async () => {
    expect(await (await upload([['content', new Blob([]), 'empty']])).json()).toMatchObject({ size: 0 });
  });

  it('is named as its own parts say, in any script', async () => {
    const reply = await upload([
      ['content', png, 'a.png'],
      ['filename', 'Straße 東京.png'],
      ['type', 'image/x-other'],
    ]);
    expect(await reply.json()).toMatchObject({ name: 'Straße 東京.png', content_type: 'image/x-other' });
    expect(await (await upload([['content', png, 'Größe.png']])).json()).toMatchObject({ name: 'Größe.png' });
  });

  it.each<[string, [string, string | Blob, string?][], string]>([
    ['content', [['other', 'x']], 'content is required'],
    [
      'metadata that is JSON',
      [
        ['content', png],
        ['metadata', '{'],
      ],
      'Expected: object',
    ],
    [
      'metadata that is an object',
      [
        ['content', png],
        ['metadata', '[1]'],
      ],
      'Expected: object',
    ],
    [
      'a name of at most 255 bytes',
      [
        ['content', png],
        ['filename', 'ü'.repeat(128)],
      ],
      'at most 255 bytes',
    ],
  ])('needs %s', async (_, parts, description) => {
    const reply = await upload(parts);
    expect(reply.status).toBe(422);
    expect(problemSchema.parse(await reply.json()).detail).toContain(description);
  });

  it('that breaks off is a bad request and leaves no file', async () => {
    const before = await database().apiFile.count();
    const body = '--b\r\nContent-Disposition: form-data; name="content"; filename="a"\r\n\r\nabc';
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const reply = await call(create, { method: 'POST', body, headers });
    expect(reply.status).toBe(400);
    expect(await database().apiFile.count()).toBe(before);
  });

  it('above 100 MB is refused while it arrives, whatever length it claimed', async () => {
    const chunk = new Uint8Array(1_048_576);
    const head = '--b\r\nContent-Disposition: form-data; name="content"; filename="a"\r\n\r\n';
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent++ === 0 ? new TextEncoder().encode(head) : chunk);
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const reply = await call(create, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    expect(reply.status).toBe(413);
    expect(await reply.json()).toMatchObject({
      detail: 'Files must be less than 100MB in size',
      status: 413,
    });
    expect(sent).toBeLessThan(120);
  });
});

describe('a file', () => {
  it('can be read, listed and deleted once', async () => {
    const owner = await newApiToken();
    const form = new FormData();
    form.append('content', png, 'a.png');
    const file = fileSchema.parse(
      await (await call(create, { method: 'POST', body: form, as: owner })).json(),
    );
    const { id } = file;
    expect(await (await call(get, { id, as: owner })).json()).toEqual(file);
    expect(await (await call(list, { as: owner })).json()).toEqual({
      next: null,
      previous: null,
      results: [file],
    });
    const removed = await call(remove, { id, method: 'DELETE', as: owner });
    expect(removed.status).toBe(204);
    expect(await removed.text()).toBe('');
    for (const reply of [
      await call(get, { id, as: owner }),
      await call(remove, { id, method: 'DELETE', as: owner }),
    ]) {
      expect(reply.status).toBe(404);
      expect(await reply.json()).toMatchObject({ detail: 'File not found', status: 404 });
    }
    expect(await (await call(list, { as: owner })).json()).toMatchObject({ results: [] });
    expect((await call(get, { id: 'a\0', as: owner })).status).toBe(404);
  });

  it('is gone after a day, and never there for others', async () => {
    const { id } = fileSchema.parse(await (await upload([['content', png, 'a.png']])).json());
    expect((await call(get, { id, as: await newApiToken() })).status).toBe(404);
    expect((await call(get, { id })).status).toBe(200);
    await database().apiFile.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await call(get, { id })).status).toBe(404);
  });
});

describe('the bytes of a file', () => {
  async function uploaded(name = 'a.png', type = 'image/png') {
    const reply = await upload([['content', new Blob(['hello'], { type }), name]]);
    const file = fileSchema.parse(await reply.json());
    return { id: file.id, address: new URL(file.urls.download) };
  }
  function follow(address: URL, init: RequestInit = {}): Promise<Response> {
    const id = address.pathname.split('/').at(-2);
    return download(new Request(address, init), { params: Promise.resolve({ id }) });
  }
  function changed(address: URL, parameter: string, value: string | null): URL {
    const other = new URL(address);
    if (value === null) other.searchParams.delete(parameter);
    else other.searchParams.set(parameter, value);
    return other;
  }

  it('are had at the signed address without a token, to be saved and never shown', async () => {
    const { address } = await uploaded('<Über>.html', 'text/html');
    const reply = await follow(address);
    expect(reply.status).toBe(200);
    expect(await reply.text()).toBe('hello');
    expect(reply.headers.get('content-type')).toBe('text/html');
    expect(reply.headers.get('content-length')).toBe('5');
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; .*%C3%9Cber/);
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    const head = await follow(address, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '5', '']);
  });

  it('are signed as the contract says: over owner, id and expiry, in base64', async () => {
    const { id, address } = await uploaded();
    const { owner, expiry, signature } = Object.fromEntries(address.searchParams);
    const key = derive(config().secret, 'files');
    const expected = createHmac('sha256', key).update(`${owner} ${id} ${expiry}`).digest('base64');
    expect(signature).toBe(expected);
  });

  it('are not had at an address that was changed in any part', async () => {
    const { address } = await uploaded();
    const other = await uploaded();
    const expiry = Number(address.searchParams.get('expiry'));
    const wrong = [
      ...['owner', 'expiry', 'signature'].map((parameter) => changed(address, parameter, null)),
      changed(address, 'owner', 'somebody'),
      changed(address, 'expiry', String(expiry + 1)),
      changed(address, 'signature', ''),
      changed(address, 'signature', other.address.searchParams.get('signature')),
      new URL(address.href.replace(/files\/\w+/, `files/${other.id}`)),
      new URL(address.href.replace(/files\/\w+/, 'files/a%00')),
    ];
    for (const url of wrong) {
      const reply = await follow(url);
      expect(reply.status, url.search).toBe(404);
      expect(await reply.json()).toMatchObject({ detail: 'File not found', status: 404 });
    }
  });

  it('are gone with the file, and when the address has ended', async () => {
    const { id, address } = await uploaded();
    expect((await call(remove, { id, method: 'DELETE' })).status).toBe(204);
    expect((await follow(address)).status).toBe(404);
    const late = await uploaded();
    const claim = { id: late.id, ...Object.fromEntries(late.address.searchParams) };
    const parsed = operations.downloadFile.params.extend(operations.downloadFile.query.shape).parse(claim);
    const at = (seconds: number) => ({ now: () => new Date((Number(parsed.expiry) + seconds) * 1_000) });
    await expect(openDownload(parsed, at(-1))).resolves.toMatchObject({ name: 'a.png' });
    await expect(openDownload(parsed, at(0))).rejects.toThrow('File not found');
  });

  it('of a type that no header can carry are sent as plain bytes', async () => {
    const reply = await upload([
      ['content', png, 'a.png'],
      ['type', 'text/plain\r\nset-cookie: a=b'],
    ]);
    const file = fileSchema.parse(await reply.json());
    const answer = await follow(new URL(file.urls.download));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
  });
});
