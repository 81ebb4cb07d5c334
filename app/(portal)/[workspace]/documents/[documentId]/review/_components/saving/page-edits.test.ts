import { describe, expect, it } from 'vitest';
import type { Extraction, ExtractionLine, LineOperation } from '#lib/contracts/index.ts';
import { applyOperations } from '#lib/corrections/index.ts';
import {
  hasUnsaved,
  type PageEdits,
  startEdits,
  withConflict,
  withEdit,
  withNews,
  withSaved,
  withSending,
} from './page-edits.ts';
import { openConflicts, settled } from './settle-conflict.ts';
import { redone, type Stepped, undone } from './undo.ts';

function line(id: string, text: string): ExtractionLine {
  const words = text.split(' ').filter(Boolean);
  let x = 0;
  return {
    id,
    text,
    box: [0, 0, 400, 20],
    words: words.map((word) => {
      const box: [number, number, number, number] = [x, 0, x + word.length * 10, 20];
      x += (word.length + 1) * 10;
      return { text: word, confidence: 0.5, box };
    }),
  };
}

function page(lines: ExtractionLine[], revision = 0): Extraction {
  return {
    documentId: 'd',
    pageNumber: 1,
    size: { width: 400, height: 400 },
    turned: 0,
    revision,
    lines,
    state: 'new',
    reviewedBy: null,
    reviewedAt: null,
    hasNewerReading: false,
  };
}

const begin = page([line('r0', 'The first lime'), line('r1', 'The second line')]);
const set = (id: string, text: string): LineOperation => ({ op: 'set', line: id, text });
const edit = (edits: PageEdits, operations: LineOperation[], nowMs = 0) =>
  withEdit(edits, operations, { place: { line: 'r0', at: 0 }, nowMs });
const texts = (edits: PageEdits) => edits.lines.map(({ text }) => text);
const stored = (server: Extraction, operations: readonly LineOperation[]) =>
  page(applyOperations(server.lines, operations).lines, server.revision + 1);
function done(step: Stepped): PageEdits {
  if (step.outcome !== 'done') throw new Error(`The step was ${step.outcome}.`);
  return step.edits;
}

describe('editing a page', () => {
  it('keeps typing in one line as one operation and one step', () => {
    let edits = startEdits(begin);
    for (const [at, text] of ['The first li', 'The first lin', 'The first line'].entries()) {
      edits = edit(edits, [set('r0', text)], at * 100);
    }
    expect(edits.waiting).toEqual([set('r0', 'The first line')]);
    expect(edits.undo).toHaveLength(1);
    expect(done(undone(edits)).lines).toEqual(begin.lines);
  });

  it('gives what the server gives, whatever was typed on the way', () => {
    let edits = startEdits(begin);
    for (const text of ['', 'T', 'The first', 'The first lime']) edits = edit(edits, [set('r0', text)]);
    expect(applyOperations(begin.lines, edits.waiting).lines).toEqual(edits.lines);
    expect(edits.lines[0]?.words.every(({ by }) => by === undefined)).toBe(true);
  });

  it('takes back steps that were saved meanwhile, with the words of before', () => {
    let edits = startEdits(begin);
    edits = edit(edits, [{ op: 'split', line: 'r0', at: 6, added: 'n1' }]);
    edits = edit(edits, [{ op: 'confirm', line: 'r1' }]);
    edits = edit(edits, [{ op: 'move', line: 'r1', after: null }]);
    const made = edits.lines;
    edits = withSending(edits, 'save0001');
    edits = withSaved(edits, stored(begin, edits.sending?.operations ?? []));
    expect(hasUnsaved(edits)).toBe(false);
    for (let count = 0; count < 3; count++) edits = done(undone(edits));
    expect(edits.lines).toEqual(begin.lines);
    for (let count = 0; count < 3; count++) edits = done(redone(edits));
    expect(edits.lines).toEqual(made);
    expect(applyOperations(edits.server.lines, edits.waiting).lines).toEqual(made);
    expect(undone(startEdits(begin))).toEqual({ outcome: 'nothing' });
  });

  it('does not take back what somebody else has changed since', () => {
    let edits = edit(startEdits(begin), [set('r0', 'The first line')]);
    edits = withSending(edits, 'save0001');
    edits = withSaved(edits, stored(begin, edits.sending?.operations ?? []));
    edits = withNews(edits, stored(edits.server, [set('r0', 'The very first line')]));
    expect(undone(edits).outcome).toBe('overtaken');
    expect(texts(edits)[0]).toBe('The very first line');
  });

  it('keeps what was typed while a save was on its way', () => {
    let edits = edit(startEdits(begin), [set('r0', 'One')]);
    edits = withSending(edits, 'save0001');
    edits = edit(edits, [set('r0', 'One two')]);
    const theirs: LineOperation = set('r1', 'Theirs');
    edits = withSaved(edits, stored(stored(begin, [set('r0', 'One')]), [theirs]));
    expect(texts(edits)).toEqual(['One two', 'Theirs']);
    expect(withSending(edits, 'save0002').sending).toMatchObject({
      base: 2,
      operations: [set('r0', 'One two')],
    });
  });

  it('leaves lines that did not change the objects they were', () => {
    const edits = edit(startEdits(begin), [set('r0', 'One')]);
    const news = withNews(edits, structuredClone(stored(begin, [{ op: 'confirm', line: 'r0' }])));
    expect(news.lines[1]).toBe(begin.lines[1]);
    expect(news.server.lines[1]).toBe(news.lines[1]);
  });
});

describe('two people on one page', () => {
  const theirs = stored(begin, [set('r0', 'The first line, theirs'), set('r1', 'Their second line')]);

  it('merge what each did on lines of their own', () => {
    const edits = withNews(
      edit(startEdits(begin), [set('r1', 'My line')]),
      stored(begin, [set('r0', 'Theirs')]),
    );
    expect(texts(edits)).toEqual(['Theirs', 'My line']);
    expect(edits.server.revision).toBe(1);
  });

  it('leave a collision to the server, which knows the names', () => {
    const edits = edit(startEdits(begin), [set('r0', 'Mine')]);
    expect(withNews(edits, theirs)).toBe(edits);
  });

  it('choose for the lines of the collision; nothing else that either did is lost', () => {
    let edits = edit(startEdits(begin), [set('r0', 'The first line, mine')]);
    edits = edit(edits, [{ op: 'split', line: 'r0', at: 15, added: 'n1' }]);
    edits = edit(edits, [{ op: 'add', after: 'r1', added: 'n2', text: 'One more', box: null }]);
    edits = withConflict(
      withSending(edits, 'save0001'),
      [
        {
          line: 'r0',
          before: 'The first lime',
          theirs: 'The first line, theirs',
          mine: 'The',
          author: 'Ben',
        },
      ],
      theirs,
    );
    expect(withSending(edits, 'save0002').sending).toBeNull();
    expect(openConflicts(edits)).toMatchObject([{ line: 'r0', author: 'Ben' }]);
    const mine = settled(edits, new Map([['r0', 'The first line']]));
    expect(texts(mine)).toEqual(['The first line', 'mine', 'Their second line', 'One more']);
    expect(applyOperations(theirs.lines, mine.waiting).lines).toEqual(mine.lines);
    const asTheirs = settled(edits, new Map([['r0', 'The first line, theirs']]));
    expect(texts(asTheirs)[0]).toBe('The first line, theirs');
    const gone = settled(edits, new Map([['r0', null]]));
    expect(texts(gone)).toEqual(['mine', 'Their second line', 'One more']);
  });

  it('bring back a line that the other removed, when so chosen', () => {
    const removed = stored(begin, [{ op: 'remove', line: 'r1' }]);
    let edits = edit(startEdits(begin), [set('r1', 'Mine')]);
    edits = withSending(edits, 'save0001');
    edits = withConflict(
      edits,
      [{ line: 'r1', before: 'The second line', theirs: null, mine: 'Mine', author: null }],
      removed,
    );
    expect(texts(settled(edits, new Map([['r1', 'Mine']])))).toEqual(['The first lime', 'Mine']);
    expect(texts(settled(edits, new Map([['r1', null]])))).toEqual(['The first lime']);
  });

  it('meet again when a save was stored and what was typed after it collides', () => {
    let edits = withSending(edit(startEdits(begin), [set('r0', 'Mine')]), 'save0001');
    edits = edit(edits, [set('r1', 'My second line')]);
    edits = withSaved(edits, stored(stored(begin, [set('r0', 'Mine')]), [set('r1', 'Theirs')]));
    expect(openConflicts(edits)).toMatchObject([{ line: 'r1', theirs: 'Theirs', mine: 'My second line' }]);
    expect(texts(settled(edits, new Map([['r1', 'Both']])))).toEqual(['Mine', 'Both']);
  });
});
