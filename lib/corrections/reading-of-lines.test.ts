import { describe, expect, it } from 'vitest';
import type { ExtractionLine, LineOperation, PageReading } from '#lib/contracts/index.ts';
import { lineOf } from '#lib/testing/lines.ts';
import { applyOperations } from './apply-operations.ts';
import { linesOfReading } from './lines-of-reading.ts';
import { readingOfLines } from './reading-of-lines.ts';

function readLine(text: string, row: number): PageReading['lines'][number] {
  const { box, words } = lineOf(text.split(' '), { row });
  const boxed = words.flatMap((word) =>
    word.box ? [{ text: word.text, confidence: 0.9, box: word.box }] : [],
  );
  return { text, confidence: 0.9, box: box ?? [0, 0, 0, 0], words: boxed };
}

const lines = ['Prices', 'Ink', '7.50', 'Paper', '48.00', 'Thank', 'you'].map(readLine);
function boxAt(...places: number[]): [number, number, number, number] {
  const boxes = lines.filter((_, place) => places.includes(place)).map(({ box }) => box);
  const top = Math.min(...boxes.map((box) => box[1]));
  return [0, top, Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))];
}
function cell(column: number, place: number) {
  return { column, span: 1, text: lines[place]?.text ?? '', box: boxAt(place), lines: [place] };
}

const reading: PageReading = {
  text: 'Prices\nInk\t7.50\nPaper\t48.00\nThank you',
  width: 400,
  height: 600,
  angle: 0,
  lines,
  blocks: [
    { type: 'heading', level: 1, box: boxAt(0), lines: [0] },
    {
      type: 'table',
      box: boxAt(1, 2, 3, 4),
      lines: [1, 2, 3, 4],
      table: { columns: 2, rows: [{ cells: [cell(0, 1), cell(1, 2)] }, { cells: [cell(0, 3), cell(1, 4)] }] },
    },
    { type: 'paragraph', box: boxAt(5, 6), lines: [5, 6] },
  ],
};
const machine = linesOfReading(reading, reading.text);

function corrected(...operations: LineOperation[]) {
  return readingOfLines(reading, applyOperations(machine, operations).lines);
}

function shapeOf({ blocks }: { blocks?: PageReading['blocks'] }) {
  return blocks?.map(({ type, lines: places }) => `${type} ${places}`);
}

describe('the reading of corrected lines', () => {
  it('is the reading itself where nobody corrected anything', () => {
    expect(corrected()).toMatchObject({ text: reading.text, lines: reading.lines, blocks: reading.blocks });
  });

  it('says corrected words in the text, in their lines and in the cells of tables', () => {
    const { text, lines: now, blocks } = corrected({ op: 'set', line: 'r2', text: '9.50' });
    expect(text).toBe('Prices\nInk\t9.50\nPaper\t48.00\nThank you');
    expect(now[2]).toMatchObject({ text: '9.50', confidence: 1 });
    const table = blocks?.find((block) => block.type === 'table')?.table;
    expect(table?.rows[0]?.cells[1]).toMatchObject({ text: '9.50', lines: [2] });
  });

  it('keeps a split line in the block of its first half, and the places of the blocks below true', () => {
    const parted = corrected({ op: 'set', line: 'r0', text: 'Prices of today' }, split('r0', 6));
    expect(shapeOf(parted)).toEqual(['heading 0,1', 'table 2,3,4,5', 'paragraph 6,7']);
  });

  it('leaves out what was removed or emptied, with its row', () => {
    const shorter = corrected(
      { op: 'remove', line: 'r1' },
      { op: 'set', line: 'r2', text: '' },
      { op: 'remove', line: 'r0' },
    );
    expect(shapeOf(shorter)).toEqual(['table 0,1', 'paragraph 2,3']);
    const table = shorter.blocks?.find((block) => block.type === 'table')?.table;
    expect(table?.rows).toHaveLength(1);
    expect(shorter.text).toBe('Paper\t48.00\nThank you');
  });

  it('keeps the columns of a row of which a cell is gone', () => {
    const wide = { ...reading, text: 'Prices\tInk\t7.50\nPaper\n48.00\nThank you' };
    const { lines: now } = applyOperations(machine, [{ op: 'remove', line: 'r1' }]);
    expect(readingOfLines(wide, now).text).toBe('Prices\t\t7.50\nPaper\n48.00\nThank you');
  });

  it('gives a line to the block among whose lines it was moved', () => {
    const moved = corrected({ op: 'move', line: 'r0', after: 'r5' });
    expect(shapeOf(moved)).toEqual(['table 0,1,2,3', 'paragraph 4,5,6']);
  });

  it('makes two blocks of one that another now interrupts', () => {
    const moved = corrected({ op: 'move', line: 'r5', after: 'r2' }, { op: 'move', line: 'r6', after: 'r5' });
    expect(shapeOf(moved)).toEqual(['heading 0', 'table 1,2', 'paragraph 3,4', 'table 5,6']);
  });

  it('puts a line without a place at the foot of the one before', () => {
    const added = corrected({ op: 'add', after: 'r0', added: 'n0', text: 'without tax', box: null });
    expect(added.lines[1]?.box).toEqual([0, 20, 60, 21]);
  });
});

describe('the reading of text alone', () => {
  it('has its lines, and measures nothing', () => {
    const alone: ExtractionLine[] = linesOfReading(null, 'Total\t5\r\n\n\u0007Thank you\n');
    expect(alone.map(({ text }) => text)).toEqual(['Total 5', 'Thank you']);
    expect(readingOfLines(null, alone)).toMatchObject({ text: 'Total 5\nThank you', width: 0, height: 0 });
  });
});

function split(line: string, at: number): LineOperation {
  return { op: 'split', line, at, added: 'n9' };
}
