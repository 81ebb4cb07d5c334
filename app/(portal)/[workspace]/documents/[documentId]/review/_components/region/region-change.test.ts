import { describe, expect, it } from 'vitest';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import { applyOperations } from '#lib/corrections/index.ts';
import type { Box } from '../picture/places.ts';
import { missingLines, regionChange } from './region-change.ts';

function line(id: string, box: Box): ExtractionLine {
  return { id, text: id, box, words: [{ text: id, confidence: 0.9, box }] };
}

// Two columns of two lines below a heading.
const page = [
  line('head', [0, 0, 300, 20]),
  line('left1', [0, 40, 140, 60]),
  line('left2', [0, 100, 140, 120]),
  line('right1', [160, 40, 300, 60]),
  line('right2', [160, 100, 300, 120]),
];

function textAfter(lines: readonly ExtractionLine[], region: Box, ...found: string[]): string[] {
  const read = found.map((id) => line(id, region));
  return applyOperations(lines, regionChange(lines, region, read)).lines.map(({ id }) => id);
}

describe('text that was missed', () => {
  it('comes after the line above it in its own column', () => {
    expect(textAfter(page, [0, 70, 140, 90], 'new1', 'new2')).toEqual([
      'head',
      'left1',
      'new1',
      'new2',
      'left2',
      'right1',
      'right2',
    ]);
    expect(textAfter(page, [160, 70, 300, 90], 'new1').slice(3)).toEqual(['right1', 'new1', 'right2']);
  });

  it('comes after what stands to the left in its row, or before what stands to the right', () => {
    expect(textAfter([line('aa', [0, 0, 50, 20])], [60, 0, 90, 20], 'new1')).toEqual(['aa', 'new1']);
    const lines = [line('aa', [0, 0, 50, 20]), line('bb', [60, 40, 90, 60])];
    expect(textAfter(lines, [0, 42, 40, 58], 'new1')).toEqual(['aa', 'new1', 'bb']);
  });

  it('comes after the last line above it, however short that is', () => {
    const lines = [
      line('long', [0, 0, 200, 20]),
      line('short', [0, 30, 60, 50]),
      line('below', [0, 90, 60, 110]),
    ];
    expect(textAfter(lines, [100, 60, 200, 80], 'new1')).toEqual(['long', 'short', 'new1', 'below']);
  });

  it('comes first when nothing stands above it', () => {
    expect(textAfter([line('aa', [0, 50, 50, 70])], [0, 0, 50, 20], 'new1')).toEqual(['new1', 'aa']);
    expect(textAfter([], [0, 0, 50, 20], 'new1')).toEqual(['new1']);
  });

  it('keeps its words with their places and how sure they are', () => {
    const [operation] = regionChange(page, [0, 70, 140, 90], [line('new1', [0, 70, 140, 90])]);
    expect(operation).toMatchObject({
      op: 'add',
      box: [0, 70, 140, 90],
      words: [{ text: 'new1', confidence: 0.9, box: [0, 70, 140, 90] }],
    });
  });
});

describe('text that was read badly', () => {
  it('gives way to what is read in a box around it, and neighbours stay', () => {
    expect(textAfter(page, [-5, 35, 145, 65], 'new1')).toEqual(['head', 'new1', 'left2', 'right1', 'right2']);
    expect(textAfter(page, [-5, -5, 305, 65], 'new1', 'new2')).toEqual(['new1', 'new2', 'left2', 'right2']);
  });

  it('stays when only a part of it is in the box', () => {
    expect(textAfter(page, [0, 40, 60, 60], 'new1')).toContain('left1');
  });
});

describe('words that stand in the text already', () => {
  const words = (id: string, ...placed: [text: string, box: Box][]): ExtractionLine => ({
    ...{ id, text: placed.map(([text]) => text).join(' '), box: [0, 0, 300, 20] },
    words: placed.map(([text, box]) => ({ text, confidence: 0.9, box })),
  });
  const cut = words('cut', ['Cashier', [0, 0, 140, 20]], ['01', [150, 0, 180, 20]]);

  it('are left out where a box cuts their line, and with them a line of nothing else', () => {
    const found = [
      words('new1', ['01', [151, 2, 181, 19]], ['till', [200, 2, 260, 19]]),
      words('new2', ['01', [152, 1, 179, 18]]),
    ];
    const missing = missingLines([cut], [145, 0, 300, 20], found);
    expect(missing.map(({ id, text }) => ({ id, text }))).toEqual([{ id: 'new1', text: 'till' }]);
  });

  it('come again where the box holds their whole line, which they replace', () => {
    const found = [words('new1', ['Cashier', [0, 0, 140, 20]], ['07', [150, 0, 180, 20]])];
    expect(missingLines([cut], [0, 0, 300, 20], found)).toEqual(found);
  });
});
