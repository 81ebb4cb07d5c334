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
});
