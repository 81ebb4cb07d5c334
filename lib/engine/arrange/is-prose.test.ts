import { describe, expect, it } from 'vitest';
import { isProse } from './is-prose.ts';
import type { Run } from './join-runs.ts';
import { stackLines } from './stack-lines.ts';

function line(text: string, left: number, middle: number, right = left + text.length * 7): Run {
  return { text, left, right, top: middle - 6, bottom: middle + 6, middle, height: 12, lines: [] };
}

function paragraph(count: number, text = 'words that make a sentence of prose'): Run[] {
  return Array.from({ length: count }, (_, index) => line(text, 20, 100 + index * 18));
}

describe('stackLines', () => {
  it('stacks the lines of a paragraph, and begins anew after a wide gap', () => {
    const lines = [...paragraph(3), line('words after a wide gap below', 20, 260)];
    expect(stackLines(lines).map((block) => block.lines.length)).toEqual([3, 1]);
  });

  it('does not continue a heading in larger letters into the text', () => {
    const heading = { ...line('A heading of this page', 20, 76), top: 64, bottom: 88, height: 24 };
    expect(stackLines([heading, ...paragraph(3)]).map((block) => block.lines.length)).toEqual([1, 3]);
  });

  it('continues a line across two columns into neither', () => {
    const across = line('A line across', 20, 82, 600);
    const columns = paragraph(2).flatMap((left) => [left, { ...left, left: 340, right: 600 }]);
    expect(stackLines([across, ...columns]).find((block) => block.lines.includes(across))?.lines).toEqual([
      across,
    ]);
  });
});

describe('isProse', () => {
  function judge(lines: readonly Run[], others: readonly Run[] = []): boolean {
    const [block] = stackLines(lines);
    return block !== undefined && isProse(block, [...lines, ...others]);
  }

  it('takes a paragraph of three lines as prose, but not two lines', () => {
    expect(judge(paragraph(3))).toBe(true);
    expect(judge(paragraph(2))).toBe(false);
  });

  it('does not take short entries as prose', () => {
    expect(judge(paragraph(4, 'one two three'))).toBe(false);
    expect(judge(paragraph(4, 'Extraordinarily long'))).toBe(false);
  });

  it('does not take items with amounts beside them as prose, but text with a note at one line', () => {
    const items = paragraph(4);
    const amounts = items.map(({ middle }) => line('12.50', 400, middle));
    expect(judge(items, amounts)).toBe(false);
    expect(judge(items, amounts.slice(0, 1))).toBe(true);
  });
});
