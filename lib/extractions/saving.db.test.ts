import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { LineOperation, SaveAnswer } from '#lib/contracts/index.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { tokenScopeOf } from '#lib/testing/api-scope.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { lineOf } from '#lib/testing/lines.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';
import * as extractions from './index.ts';

const anna = await createUser();
const ben = await createUser({ role: 'editor', workspace: anna.workspace });
const annas = scopeOf(anna, 'review:write');
const bens = scopeOf(ben, 'review:write');
let documentId = '';

beforeEach(async () => {
  documentId = await readDocument(anna, [readingOf('Tota1? of all', 'goods sold?', 'Thank you')]);
});
afterAll(() => closeQueue());

function save(
  scope: typeof annas,
  base: number,
  operations: LineOperation[],
  saveId = newId(),
): Promise<SaveAnswer> {
  return extractions.saveRevision(scope, documentId, 1, { saveId, base, operations });
}

function set(line: string, text: string): LineOperation {
  return { op: 'set', line, text };
}

async function texts(): Promise<string[]> {
  return (await extractions.getExtraction(annas, documentId, 1)).lines.map(({ text }) => text);
}

describe('a save', () => {
  it('is what the page says from then on, everywhere', async () => {
    const answer = await save(annas, 0, [set('r0', 'Total of all')]);
    expect(answer).toMatchObject({ outcome: 'saved', extraction: { revision: 1, state: 'in_review' } });
    expect(await texts()).toEqual(['Total of all', 'goods sold', 'Thank you']);
    const text = 'Total of all\ngoods sold\nThank you';
    expect(await extractions.pageText(annas, documentId, 1)).toEqual({ number: 1, text });
    expect((await extractions.documentText(annas, documentId)).text).toBe(text);
    const [overview] = await extractions.reviewOverview(annas, documentId);
    expect(overview).toMatchObject({ doubtfulCount: 1, wordCount: 7, revision: 1, state: 'in_review' });
  });

  it('of a program stands in the history under the name of its API token', async () => {
    await save(await tokenScopeOf(anna, 'review:write'), 0, [set('r0', 'Total of all')]);
    await save(annas, 1, [set('r1', 'goods bought')]);
    expect(await extractions.listRevisions(annas, documentId, 1)).toMatchObject([
      { number: 2, author: anna.name, apiToken: null },
      { number: 1, author: null, apiToken: 'Test' },
    ]);
  });

  it('that is sent twice counts once', async () => {
    const operations: LineOperation[] = [{ op: 'add', after: null, added: 'n0', text: 'Invoice', box: null }];
    await save(annas, 0, operations, 'sametwice');
    const again = await save(annas, 0, operations, 'sametwice');
    expect(again).toMatchObject({ outcome: 'saved', extraction: { revision: 1 } });
    expect(await texts()).toHaveLength(4);
  });

  it('of other lines than somebody else saved meanwhile is joined with theirs', async () => {
    await save(annas, 0, [set('r0', 'Total of all')]);
    const answer = await save(bens, 0, [set('r1', 'goods bought')]);
    expect(answer).toMatchObject({ outcome: 'saved', extraction: { revision: 2 } });
    expect(await texts()).toEqual(['Total of all', 'goods bought', 'Thank you']);
  });

  it('of a line that somebody else changed stores nothing and tells both texts', async () => {
    await save(annas, 0, [set('r0', 'Total of all')]);
    const answer = await save(bens, 0, [set('r0', 'Totals of all'), set('r2', 'Thanks')]);
    expect(answer).toMatchObject({
      outcome: 'conflict',
      conflicts: [
        {
          line: 'r0',
          before: 'Tota1 of all',
          theirs: 'Total of all',
          mine: 'Totals of all',
          author: anna.name,
        },
      ],
      extraction: { revision: 1 },
    });
    expect(await texts()).toEqual(['Total of all', 'goods sold', 'Thank you']);
  });

  it('of a line that a program changed tells the name of its API token', async () => {
    await save(await tokenScopeOf(anna, 'review:write'), 0, [set('r0', 'Total of all')]);
    expect(await save(bens, 0, [set('r0', 'Totals of all')])).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ line: 'r0', author: 'API token Test' }],
    });
  });

  it('of what somebody else did just so is no conflict and no revision', async () => {
    await save(annas, 0, [set('r0', 'Total of all')]);
    expect(await save(bens, 0, [set('r0', 'Total of all')])).toMatchObject({
      outcome: 'saved',
      extraction: { revision: 1 },
    });
  });

  it('never loses text for which there is no line any more', async () => {
    const answer = await save(annas, 0, [set('n7', 'lost')]);
    expect(answer).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ line: 'n7', mine: 'lost', theirs: null }],
    });
  });

  it('on a revision that the page never had is refused', async () => {
    await expect(save(annas, 5, [set('r0', 'x')])).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('keeps every one of many that come at once', async () => {
    const lines = ['r0', 'r1', 'r2'];
    await Promise.all(
      lines.flatMap((line) => [
        save(annas, 0, [{ op: 'confirm', line }]),
        save(bens, 0, [{ op: 'add', after: line, added: `n${line}`, text: `below ${line}`, box: null }]),
      ]),
    );
    const { revision, lines: now } = await extractions.getExtraction(annas, documentId, 1);
    expect(revision).toBe(6);
    expect(now.map(({ id }) => id)).toEqual(['r0', 'nr0', 'r1', 'nr1', 'r2', 'nr2']);
    expect(now.flatMap(({ words }) => words).every(({ by }) => by !== undefined)).toBe(true);
  });

  it('takes text that the database cannot keep without what it cannot', async () => {
    await save(annas, 0, [set('r0', 'Total \ud83d of all')]);
    expect((await texts())[0]).toBe('Total \ufffd of all');
  });
});

describe('revisions', () => {
  it('replay to the lines of the page exactly', async () => {
    await save(annas, 0, [set('r0', 'Total of all'), { op: 'split', line: 'r0', at: 5, added: 'n0' }]);
    await save(bens, 1, [
      { op: 'merge', line: 'n0', with: 'r1' },
      { op: 'confirm', line: 'r2' },
    ]);
    await save(annas, 2, [{ op: 'move', line: 'r2', after: null }, set('n0', 'of all the goods sold')]);
    const { lines } = await extractions.getExtraction(annas, documentId, 1);
    expect(await extractions.extractionAt(annas, documentId, 1, 3)).toEqual(lines);
  });

  it('tell who changed which line, newest first', async () => {
    await save(annas, 0, [set('r0', 'Total of all')]);
    await save(bens, 1, [{ op: 'remove', line: 'r1' }]);
    expect(await extractions.listRevisions(annas, documentId, 1)).toMatchObject([
      {
        number: 2,
        author: ben.name,
        kind: 'edit',
        changes: [{ line: 'r1', before: 'goods sold', after: null }],
      },
      {
        number: 1,
        author: anna.name,
        changes: [{ line: 'r0', before: 'Tota1 of all', after: 'Total of all' }],
      },
    ]);
  });

  it('can be restored, the machine’s reading too, and nothing of the history is lost', async () => {
    await save(annas, 0, [set('r0', 'Total of all')]);
    await save(annas, 1, [{ op: 'remove', line: 'r2' }]);
    await extractions.restoreRevision(bens, documentId, 1, 1, 'restoreone');
    await extractions.restoreRevision(bens, documentId, 1, 1, 'restoreone');
    expect(await texts()).toEqual(['Total of all', 'goods sold', 'Thank you']);
    await extractions.restoreRevision(bens, documentId, 1, 0, 'restoretwo');
    expect(await texts()).toEqual(['Tota1 of all', 'goods sold', 'Thank you']);
    const kinds = (await extractions.listRevisions(annas, documentId, 1)).map(({ kind }) => kind);
    expect(kinds).toEqual(['restore', 'restore', 'edit', 'edit']);
    const removed = await extractions.extractionAt(annas, documentId, 1, 2);
    expect(removed.map(({ text }) => text)).toEqual(['Total of all', 'goods sold']);
  });

  it('can hold what another system read, once, and the machine’s reading can be restored', async () => {
    const lines = [lineOf(['Total', 'of', 'all'], { id: 'h0' })];
    const imported = await extractions.importLines(bens, documentId, 1, { lines, saveId: 'importedonce' });
    expect(imported).toMatchObject({ revision: 1, state: 'in_review', lines });
    await extractions.importLines(bens, documentId, 1, { lines: [], saveId: 'importedonce' });
    expect(await texts()).toEqual(['Total of all']);
    expect((await extractions.listRevisions(annas, documentId, 1))[0]).toMatchObject({ kind: 'import' });
    await extractions.restoreRevision(bens, documentId, 1, 0, 'undoimport');
    expect(await texts()).toEqual(['Tota1 of all', 'goods sold', 'Thank you']);
  });

  it('that the page never had are not found', async () => {
    await expect(extractions.extractionAt(annas, documentId, 1, 1)).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});
