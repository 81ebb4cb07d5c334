import { describe, expect, it } from 'vitest';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import { applyOperations } from '#lib/corrections/index.ts';
import {
  addLine,
  type LineChange,
  mergeWithNext,
  mergeWithPrevious,
  moveLine,
  removeLine,
  splitLine,
} from './line-changes.ts';

const lines = ['one', 'two', 'three'].map(
  (text, at): ExtractionLine => ({ id: `r${at}`, text, box: null, words: [] }),
);
const texts = (change: LineChange | null) =>
  change && applyOperations(lines, change.operations).lines.map(({ text }) => text);

describe('changes of whole lines', () => {
  it('cut a line in two and lead to the second', () => {
    const change = splitLine('r2', 2, 'n1');
    expect(texts(change)).toEqual(['one', 'two', 'th', 'ree']);
    expect(change.caret).toEqual({ line: 'n1', start: 0, end: 0 });
  });

  it('join two lines and lead to where they meet', () => {
    const change = mergeWithPrevious(lines, 'r1');
    expect(texts(change)).toEqual(['one two', 'three']);
    expect(change?.caret).toEqual({ line: 'r0', start: 4, end: 4 });
    expect(mergeWithNext(lines, 'r0')).toEqual(change);
    expect(mergeWithPrevious(lines, 'r0')).toBeNull();
    expect(mergeWithNext(lines, 'r2')).toBeNull();
  });

  it('add and remove lines', () => {
    expect(texts(addLine('r0', 'n1'))).toEqual(['one', '', 'two', 'three']);
    expect(texts(addLine(null, 'n1'))).toEqual(['', 'one', 'two', 'three']);
    expect(texts(removeLine(lines, 'r1'))).toEqual(['one', 'three']);
    expect(removeLine(lines, 'r1').caret?.line).toBe('r2');
    expect(removeLine(lines, 'r2').caret).toEqual({ line: 'r1', start: 3, end: 3 });
    expect(removeLine(lines.slice(0, 1), 'r0').caret).toBeNull();
  });

  it('move a line up and down, not beyond the ends', () => {
    expect(texts(moveLine(lines, 'r2', -1, 0))).toEqual(['one', 'three', 'two']);
    expect(texts(moveLine(lines, 'r1', -1, 0))).toEqual(['two', 'one', 'three']);
    expect(texts(moveLine(lines, 'r0', 1, 0))).toEqual(['two', 'one', 'three']);
    expect(moveLine(lines, 'r0', -1, 0)).toBeNull();
    expect(moveLine(lines, 'r2', 1, 0)).toBeNull();
  });
});
