import { describe, expect, it } from 'vitest';
import { pageReadingSchema } from './page-reading.ts';

const reading = { text: '', width: 10, height: 20, angle: 0, lines: [] };

describe('pageReadingSchema', () => {
  it('opens readings that were stored before pages could be turned', () => {
    expect(pageReadingSchema.parse(reading)).toEqual(reading);
  });

  it('keeps by how much a page was turned, which is always by right angles', () => {
    expect(pageReadingSchema.parse({ ...reading, turned: 270 }).turned).toBe(270);
    expect(pageReadingSchema.safeParse({ ...reading, turned: 45 }).success).toBe(false);
  });

  it('keeps blocks and what each kind of them has to say', () => {
    const box = [0, 0, 10, 20];
    const cell = { column: 0, span: 1, text: '', box, lines: [4] };
    const blocks = [
      { type: 'header', box, lines: [0] },
      { type: 'heading', level: 2, box, lines: [1] },
      { type: 'list', box, lines: [2, 3], items: [{ lines: [2] }, { lines: [3] }] },
      { type: 'table', box, lines: [4], table: { columns: 1, rows: [{ cells: [cell] }] } },
    ];
    expect(pageReadingSchema.parse({ ...reading, blocks }).blocks).toEqual(blocks);
    const bare = [{ type: 'table', box, lines: [] }];
    expect(pageReadingSchema.safeParse({ ...reading, blocks: bare }).success).toBe(false);
  });
});
