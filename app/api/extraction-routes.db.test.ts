import { afterAll, describe, expect, it } from 'vitest';
import {
  extractionSchema,
  revisionSummarySchema,
  type Save,
  saveAnswerSchema,
} from '#lib/contracts/index.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { ORIGIN, requestOf } from '#lib/testing/portal-request.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';
import * as extraction from './documents/[documentId]/pages/[page]/extraction/route.ts';
import * as revision from './documents/[documentId]/pages/[page]/revisions/[number]/route.ts';
import * as revisions from './documents/[documentId]/pages/[page]/revisions/route.ts';

const owner = await createUser();
const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
const stranger = await createUser();
const documentId = await readDocument(owner, [readingOf('Tota1 of all', 'goods')]);

afterAll(() => closeQueue());

const of = (page = '1', number = '0') => ({ params: Promise.resolve({ documentId, page, number }) });

function post(user: TestUser | null, body: unknown, origin = ORIGIN): Promise<Response> {
  const init = { method: 'POST', headers: { origin }, body: JSON.stringify(body) };
  return revisions.POST(requestOf(user, '/revisions', init), of());
}

function saveOf(text: string, base = 0): Save {
  return { saveId: newId(), base, operations: [{ op: 'set', line: 'r0', text }] };
}

describe.each<[string, (user: TestUser | null) => Promise<Response>]>([
  ['extraction', (user) => extraction.GET(requestOf(user, '/extraction'), of())],
  ['newer reading', (user) => extraction.GET(requestOf(user, '/extraction?reading=newer'), of())],
  ['revisions', (user) => revisions.GET(requestOf(user, '/revisions'), of())],
  ['revision', (user) => revision.GET(requestOf(user, '/revisions/0'), of())],
])('GET %s', (_, call) => {
  it('is open to every member, and to nobody else', async () => {
    const statuses = [owner, viewer, stranger, null].map(async (user) => (await call(user)).status);
    expect(await Promise.all(statuses)).toEqual([200, 200, 404, 401]);
  });
});

describe('saving', () => {
  it('answers with what the page says, in the form of the contract', async () => {
    const answer = saveAnswerSchema.parse(await (await post(owner, saveOf('Total of all'))).json());
    expect(answer).toMatchObject({ outcome: 'saved', extraction: { revision: 1, state: 'in_review' } });
    const now = await extraction.GET(requestOf(viewer, '/extraction'), of());
    expect(extractionSchema.parse(await now.json())).toEqual(answer.extraction);
    const history = await revisions.GET(requestOf(viewer, '/revisions'), of());
    expect(revisionSummarySchema.array().parse(await history.json())).toHaveLength(1);
    const before = await revision.GET(requestOf(viewer, '/revisions/0'), of());
    expect(await before.json()).toMatchObject({ number: 0, lines: [{ text: 'Tota1 of all' }, {}] });
  });

  it('answers a conflict as a conflict, not as an error', async () => {
    const response = await post(owner, saveOf('Totals of all'));
    expect(response.status).toBe(200);
    expect(saveAnswerSchema.parse(await response.json())).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ line: 'r0', theirs: 'Total of all', mine: 'Totals of all', author: owner.name }],
    });
  });

  it('is for people who may correct, on our own pages only', async () => {
    expect((await post(null, saveOf('x'))).status).toBe(401);
    expect((await post(stranger, saveOf('x'))).status).toBe(404);
    expect((await post(viewer, saveOf('x'))).status).toBe(403);
    expect((await post(owner, saveOf('x'), 'https://evil.example')).status).toBe(403);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no operation', { ...saveOf('x'), operations: [] }],
    ['an unknown operation', { ...saveOf('x'), operations: [{ op: 'burn', line: 'r0' }] }],
    ['a line end in a line', saveOf('two\nlines')],
    ['an id that no browser makes', { ...saveOf('x'), saveId: '../../etc' }],
  ])('refuses %s', async (_, body) => {
    expect((await post(owner, body)).status).toBe(422);
  });
});

it('knows no page and no revision that is none', async () => {
  expect((await extraction.GET(requestOf(owner, '/x'), of('2'))).status).toBe(404);
  expect((await revision.GET(requestOf(owner, '/x'), of('1', '99'))).status).toBe(404);
  expect((await revision.GET(requestOf(owner, '/x'), of('1', '-1'))).status).toBe(404);
});
