import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractionLine, LineOperation } from '#lib/contracts/index.ts';
import { pageOf } from '#lib/testing/operations.ts';
import { applyOperations } from './apply-operations.ts';
import { rebase } from './rebase.ts';

const atBase = pageOf(5);

function applied(operations: readonly LineOperation[], lines: readonly ExtractionLine[] = atBase) {
  return applyOperations(lines, operations).lines;
}

function rebaseOver(theirs: readonly LineOperation[], mine: readonly LineOperation[]) {
  return rebase(mine, { atBase, now: applied(theirs) });
}

/** What somebody does to one line alone. */
function changesOf(line: string, added: string): fc.Arbitrary<LineOperation[]> {
  const text = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,4}$/);
  return fc.array(
    fc.oneof(
      text.map((text): LineOperation => ({ op: 'set', line, text })),
      fc.nat(20).map((at): LineOperation => ({ op: 'split', line, at, added })),
      fc.constant<LineOperation>({ op: 'confirm', line }),
      fc.constant<LineOperation>({ op: 'remove', line }),
      text.map((text): LineOperation => ({ op: 'add', after: line, added, text, box: null })),
    ),
    { minLength: 1, maxLength: 4 },
  );
}

// Generous, for machines that may be busy.
describe('corrections of two people', { timeout: 30_000 }, () => {
  it('give the same page in either order when they are on different lines', () => {
    fc.assert(
      fc.property(changesOf('r1', 'n1'), changesOf('r3', 'n3'), (mine, theirs) => {
        const mineLast = rebaseOver(theirs, mine);
        const theirsLast = rebaseOver(mine, theirs);
        expect([...mineLast.conflicts, ...theirsLast.conflicts]).toEqual([]);
        expect(applied(mineLast.operations, applied(theirs))).toEqual(
          applied(theirsLast.operations, applied(mine)),
        );
      }),
      { seed: 1902, numRuns: 300 },
    );
  });

  it('conflict when both changed the text of one line, and both texts are told', () => {
    const { conflicts } = rebaseOver(
      [{ op: 'set', line: 'r1', text: 'theirs' }],
      [
        { op: 'set', line: 'r1', text: 'first mine' },
        { op: 'set', line: 'r1', text: 'mine' },
      ],
    );
    expect(conflicts).toEqual([{ line: 'r1', before: atBase[1]?.text, theirs: 'theirs', mine: 'mine' }]);
  });

  it.each<[string, LineOperation, LineOperation, { theirs: string | null; mine: string | null }]>([
    [
      'they removed the line that I changed',
      { op: 'remove', line: 'r1' },
      { op: 'set', line: 'r1', text: 'mine' },
      { theirs: null, mine: 'mine' },
    ],
    [
      'I removed the line that they changed',
      { op: 'set', line: 'r1', text: 'theirs' },
      { op: 'remove', line: 'r1' },
      { theirs: 'theirs', mine: null },
    ],
  ])('conflict when %s', (_, theirs, mine, told) => {
    expect(rebaseOver([theirs], [mine]).conflicts).toMatchObject([told]);
  });

  it('do not conflict when both did the same', () => {
    const same: LineOperation[] = [
      { op: 'set', line: 'r1', text: 'same' },
      { op: 'remove', line: 'r2' },
    ];
    expect(rebaseOver(same, same)).toEqual({ operations: [], conflicts: [] });
  });

  it('find the place of a new line again when the line above it is gone', () => {
    const { operations } = rebaseOver(
      [{ op: 'remove', line: 'r1' }],
      [{ op: 'add', after: 'r1', added: 'n0', text: 'new', box: null }],
    );
    expect(operations).toMatchObject([{ op: 'add', after: 'r0' }]);
  });

  it('confirm only words that still stand as they were seen', () => {
    const text = atBase[1]?.text.replace('library', 'libraries') ?? '';
    const { operations } = rebaseOver(
      [{ op: 'set', line: 'r1', text: `The ${text}` }],
      [{ op: 'confirm', line: 'r1', words: [0, 1] }],
    );
    // Of "library opened" the first is another word now, and the second has moved by one.
    expect(operations).toEqual([{ op: 'confirm', line: 'r1', words: [2] }]);
  });

  it('never replace a page over what somebody else changed', () => {
    const { conflicts } = rebaseOver(
      [{ op: 'set', line: 'r1', text: 'theirs' }],
      [{ op: 'replace', lines: pageOf(5) }],
    );
    expect(conflicts).toMatchObject([{ line: 'r1', theirs: 'theirs', mine: atBase[1]?.text }]);
  });
});
