import { afterAll, describe, expect, it } from 'vitest';
import { recordLargePicture, recordPageImages } from '#lib/documents/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf, uniqueJpeg } from '#lib/testing/documents.ts';
import { ORIGIN, requestOf } from '#lib/testing/portal-request.ts';
import * as original from './documents/[documentId]/original/route.ts';
import * as image from './documents/[documentId]/pages/[page]/image/route.ts';
import * as pageText from './documents/[documentId]/pages/[page]/text/route.ts';
import * as thumbnail from './documents/[documentId]/pages/[page]/thumbnail/route.ts';
import * as progress from './documents/[documentId]/progress/route.ts';
import * as text from './documents/[documentId]/text/route.ts';
import * as documents from './documents/route.ts';
import * as events from './events/route.ts';
import * as uploads from './uploads/route.ts';

const owner = await createUser();
const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
const stranger = await createUser();
const documentId = await documentWithPages(owner, 3);
const pictures = { image: Buffer.from('large'), thumbnail: Buffer.from('small') };
await recordPageImages(scopeOf(owner), documentId, 1, pictures);
await recordLargePicture(scopeOf(owner), documentId, 1, Buffer.from('very large'));

afterAll(() => closeQueue());

const of = (page = '1') => ({ params: Promise.resolve({ documentId, page }) });
const none = { params: Promise.resolve({}) };
const slug = owner.workspace.slug;
const folder = `/api/documents/${documentId}`;

type Call = (user: TestUser | null) => Promise<Response>;
const routes: Record<string, Call> = {
  list: (user) => documents.GET(requestOf(user, `/api/documents?workspace=${slug}`), none),
  events: async (user) => {
    const response = await events.GET(requestOf(user, `/api/events?workspace=${slug}`), none);
    if (response.ok) await response.body?.cancel();
    return response;
  },
  progress: (user) => progress.GET(requestOf(user, `${folder}/progress`), of()),
  'page text': (user) => pageText.GET(requestOf(user, `${folder}/pages/1/text`), of()),
  image: (user) => image.GET(requestOf(user, `${folder}/pages/1/image`), of()),
  'large picture': (user) => image.GET(requestOf(user, `${folder}/pages/1/image?size=large`), of()),
  thumbnail: (user) => thumbnail.GET(requestOf(user, `${folder}/pages/1/thumbnail`), of()),
  original: (user) => original.GET(requestOf(user, `${folder}/original`), of()),
  text: (user) => text.GET(requestOf(user, `${folder}/text`), of()),
};

describe.each(Object.keys(routes))('GET %s', (name) => {
  const call: Call = (user) => routes[name]?.(user) ?? Promise.reject(new Error(name));

  it('is open to every member, a viewer included', async () => {
    expect((await call(owner)).status).toBe(200);
    expect((await call(viewer)).status).toBe(200);
  });

  it('asks an anonymous caller to sign in', async () => {
    const response = await call(null);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { kind: 'unauthenticated' } });
    expect((await call({ ...owner, sessionToken: 'made up' })).status).toBe(401);
  });

  it('knows nothing for a person of another workspace', async () => {
    const response = await call(stranger);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(owner.workspace.id);
  });
});

describe('a document of others', () => {
  it('is answered like one that does not exist', async () => {
    const response = (id: string) =>
      progress.GET(requestOf(stranger, '/x'), { params: Promise.resolve({ documentId: id }) });
    const [foreign, missing] = await Promise.all([response(documentId), response('missing')]);
    expect(foreign.status).toBe(missing.status);
    expect(await foreign.text()).toBe(await missing.text());
  });
});

describe('an upload', () => {
  const post = (user: TestUser | null, headers: Record<string, string>, body: Uint8Array = uniqueJpeg()) =>
    uploads.POST(
      requestOf(user, `/api/uploads?workspace=${slug}&name=a%20%C3%BC.jpg`, {
        method: 'POST',
        headers,
        body: Buffer.from(body),
      }),
      none,
    );
  const own = { origin: ORIGIN };

  it('is taken from a person who may write', async () => {
    const response = await post(owner, own);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ name: 'a ü.jpg', contentType: 'image/jpeg' });
  });

  it('is refused to viewers, strangers and anonymous callers', async () => {
    expect((await post(viewer, own)).status).toBe(403);
    expect((await post(stranger, own)).status).toBe(404);
    expect((await post(null, own)).status).toBe(401);
  });

  it.each([{}, { origin: 'https://evil.example' }, { origin: 'null' }])(
    'is refused when another site had the browser send it (%j)',
    async (headers) => {
      expect((await post(owner, headers)).status).toBe(403);
    },
  );

  it('that announces more than 100 MB is refused before it is read', async () => {
    const response = await post(owner, { ...own, 'content-length': String(100 * 1_048_576 + 1) });
    expect(response.status).toBe(413);
  });

  it('of another kind is refused with a sentence', async () => {
    const response = await post(owner, own, Buffer.from('only text'));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('a ü.jpg') } });
  });
});

describe('what no id can be', () => {
  it('is no document', async () => {
    const context = { params: Promise.resolve({ documentId: 'a\0', page: '1' }) };
    expect((await original.GET(requestOf(owner, '/x'), context)).status).toBe(404);
    expect((await progress.GET(requestOf(owner, '/x'), context)).status).toBe(404);
  });

  it('is no place in the list', async () => {
    const cursor = Buffer.from(JSON.stringify(['2026-03-01T10:10:00.000Z', 'a\0'])).toString('base64url');
    const request = requestOf(owner, `/api/documents?workspace=${slug}&cursor=${cursor}`);
    expect((await documents.GET(request, none)).status).toBe(422);
  });
});

describe('HEAD', () => {
  it('opens no event stream, which nobody would close', async () => {
    const request = requestOf(owner, `/api/events?workspace=${slug}`, { method: 'HEAD' });
    const response = await events.GET(request, none);
    expect(response.body).toBeNull();
    expect(response.headers.get('content-type')).toContain('text/event-stream');
  });
});

function expectHeaders({ headers }: Response, expected: Record<string, string | RegExp>): void {
  for (const [name, value] of Object.entries(expected)) expect(headers.get(name), name).toMatch(value);
}

describe('files', () => {
  it('are kept by the browser for good under the address that names their bytes', async () => {
    const { pages } = await (await progress.GET(requestOf(owner, `${folder}/progress`), of())).json();
    const response = await image.GET(requestOf(owner, pages[0].imageUrl), of());
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(await response.text()).toBe('large');
    const other = await image.GET(requestOf(owner, `${folder}/pages/1/image?v=0000000000000000`), of());
    expect(other.headers.get('cache-control')).toBe('private, no-cache');
    const etag = response.headers.get('etag') ?? '';
    const again = await image.GET(requestOf(owner, '/x', { headers: { 'if-none-match': etag } }), of());
    expect(again.status).toBe(304);
  });

  it('are shown only when we drew them; what people uploaded is saved', async () => {
    const guard = { 'x-content-type-options': 'nosniff', 'content-security-policy': /sandbox/ };
    const uploaded = await original.GET(requestOf(owner, `${folder}/original`), of());
    expectHeaders(uploaded, { ...guard, 'content-type': /jpeg/, 'content-disposition': /^attachment; / });
    const drawn = await image.GET(requestOf(owner, '/x'), of());
    expectHeaders(drawn, { ...guard, 'content-type': /webp/, 'content-disposition': /^inline; / });
  });

  it('that have yet to be drawn are promised, and kept by no cache meanwhile', async () => {
    await recordPageImages(scopeOf(owner), documentId, 2, pictures);
    const response = await image.GET(requestOf(owner, '/x?size=large'), of('2'));
    expect(response.status).toBe(202);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await image.GET(requestOf(owner, '/x?size=large'), of('3'))).status).toBe(404);
  });

  it('of text are saved under the name of the document', async () => {
    const response = await text.GET(requestOf(owner, `${folder}/text`), of());
    expect(response.headers.get('content-disposition')).toContain('filename="receipt.txt"');
    expect(await response.text()).toBe('\f\f');
  });
});

describe('progress', () => {
  const pagesOf = async (query: string) => {
    const response = await progress.GET(requestOf(owner, `${folder}/progress${query}`), of());
    return response.ok
      ? (await response.json()).pages.map((page: { number: number }) => page.number)
      : response.status;
  };

  it('tells about all pages, those asked for, or none', async () => {
    expect(await pagesOf('')).toEqual([1, 2, 3]);
    expect(await pagesOf('?pages=3,1')).toEqual([1, 3]);
    expect(await pagesOf('?pages=')).toEqual([]);
    expect(await pagesOf('?pages=x')).toBe(422);
    expect(await pagesOf('?pages=99999999999')).toBe(422);
  });

  it.each(['0', '4', '-1', '1.5', 'x'])('knows no page %s', async (page) => {
    expect((await pageText.GET(requestOf(owner, '/x'), of(page))).status).toBe(404);
  });
});
