import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractionLine, LineOperation } from '#lib/contracts/index.ts';
import { lineOf } from '#lib/testing/lines.ts';
import { arbitraryOperations, pageOf } from '#lib/testing/operations.ts';
import { applyOperations } from './apply-operations.ts';

const seeded = { seed: 1902, numRuns: 200 };

function run(lines: readonly ExtractionLine[], ...operations: LineOperation[]): ExtractionLine[] {
  return applyOperations(lines, operations).lines;
}

// Generous, for machines that may be busy.
describe('operations on lines', { timeout: 30_000 }, () => {
  const page = [lineOf(['Tota1', 'of', 'all']), lineOf(['goods'], { id: 'r1', row: 1 })];

  it('give the line and its words back after splitting and merging at a blank', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 8 }), (words) => {
        const line = lineOf(words);
        for (const at of [...line.text.matchAll(/ /g)].map(({ index }) => index)) {
          const parted = run([line], { op: 'split', line: 'r0', at, added: 'n0' });
          expect(parted.map(({ text }) => text)).toEqual([line.text.slice(0, at), line.text.slice(at + 1)]);
          expect(run(parted, { op: 'merge', line: 'r0', with: 'n0' })).toEqual([line]);
        }
      }),
      seeded,
    );
  });

  it('share the box of a word that a split cuts', () => {
    const [left, right] = run(page, { op: 'split', line: 'r0', at: 3, added: 'n0' });
    expect(left).toMatchObject({ text: 'Tot', box: [0, 0, 30, 20] });
    expect(right).toMatchObject({ text: 'a1 of all', box: [30, 0, 120, 20] });
    expect(right?.words[0]).toEqual({ text: 'a1', confidence: null, box: [30, 0, 50, 20], by: 'corrected' });
  });

  it('leave an empty line without a place where a split leaves nothing', () => {
    const [left, right] = run(page, { op: 'split', line: 'r0', at: 0, added: 'n0' });
    expect(left).toEqual({ id: 'r0', text: '', box: null, words: [] });
    expect(right).toEqual({ ...page[0], id: 'n0' });
  });

  it('never part the two halves of a character', () => {
    const [left, right] = run([lineOf(['a😀b'])], { op: 'split', line: 'r0', at: 2, added: 'n0' });
    expect([left?.text, right?.text]).toEqual(['a', '😀b']);
  });

  it('put a new line below the one it names, with words that share its box', () => {
    const added = run(page, { op: 'add', after: 'r0', added: 'n0', text: 'Net 12', box: [0, 30, 60, 40] });
    expect(added.map(({ id }) => id)).toEqual(['r0', 'n0', 'r1']);
    expect(added[1]?.words).toEqual([
      { text: 'Net', confidence: null, box: [0, 30, 30, 40], by: 'corrected' },
      { text: '12', confidence: null, box: [40, 30, 60, 40], by: 'corrected' },
    ]);
  });

  it('take the words of a region that was read again as they are', () => {
    const { words, text, box } = lineOf(['read', 'again']);
    const added = run([], { op: 'add', after: null, added: 'n0', text, box, words });
    expect(added).toEqual([{ id: 'n0', text, box, words }]);
  });

  it('move a line to the top and below another', () => {
    const three = [...page, lineOf(['end'], { id: 'r2' })];
    const ids = (operation: LineOperation) => run(three, operation).map(({ id }) => id);
    expect(ids({ op: 'move', line: 'r2', after: null })).toEqual(['r2', 'r0', 'r1']);
    expect(ids({ op: 'move', line: 'r0', after: 'r1' })).toEqual(['r1', 'r0', 'r2']);
  });

  it('confirm words without touching those that were corrected', () => {
    const corrected = run(page, { op: 'set', line: 'r0', text: 'Total of all' });
    const confirmed = run(corrected, { op: 'confirm', line: 'r0' })[0]?.words.map(({ by }) => by);
    expect(confirmed).toEqual(['corrected', 'confirmed', 'confirmed']);
    const one = run(page, { op: 'confirm', line: 'r0', words: [1] })[0]?.words.map(({ by }) => by);
    expect(one).toEqual([undefined, 'confirmed', undefined]);
  });

  it('that name a line that is gone are dropped and told; the others count', () => {
    const gone: LineOperation = { op: 'set', line: 'r1', text: 'goods!' };
    const set: LineOperation = { op: 'set', line: 'r0', text: 'Total' };
    const { lines, dropped } = applyOperations(page, [{ op: 'remove', line: 'r1' }, gone, set]);
    expect(lines.map(({ text }) => text)).toEqual(['Total']);
    expect(dropped).toEqual([gone]);
  });

  it('never make two lines of one id', () => {
    const twice: LineOperation = { op: 'replace', lines: [lineOf(['one']), lineOf(['two'])] };
    const again: LineOperation = { op: 'add', after: null, added: 'r0', text: 'x', box: null };
    expect(applyOperations(page, [twice, again])).toEqual({ lines: page, dropped: [twice, again] });
  });

  it('keep ids unique and words true to the text, whatever they are', () => {
    fc.assert(
      fc.property(arbitraryOperations, (operations) => {
        const { lines } = applyOperations(pageOf(5), operations);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        for (const { text, words } of lines)
          expect(words.map((word) => word.text)).toEqual(text.match(/\S+/gu) ?? []);
      }),
      seeded,
    );
  });

  it('give the same lines whether they are applied at once or one by one', () => {
    fc.assert(
      fc.property(arbitraryOperations, (operations) => {
        const oneByOne = operations.reduce((lines, operation) => run(lines, operation), pageOf(5));
        expect(run(pageOf(5), ...operations)).toEqual(oneByOne);
        // As the database gives them back.
        expect(JSON.parse(JSON.stringify(oneByOne))).toStrictEqual(oneByOne);
      }),
      seeded,
    );
  });
});
