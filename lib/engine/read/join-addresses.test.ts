import { describe, expect, it } from 'vitest';
import type { Character } from './decode-characters.ts';
import type { ColumnRange } from './ink-columns.ts';
import { joinAddresses } from './join-addresses.ts';

/** A line in which each space shows as a gap of 12 columns, or of `narrow` columns next to the sign. */
function line(text: string, narrow: number): string {
  let column = 0;
  const gaps: ColumnRange[] = [];
  const characters = [...text].map((sign, index): Character => {
    const isNarrow = text[index - 1] === '@' || text[index + 1] === '@';
    const width = sign === ' ' ? (isNarrow ? narrow : 12) : 16;
    if (sign === ' ') gaps.push({ start: column, end: column + width });
    column += width;
    return { text: sign, confidence: 0.9, centre: column - width / 2, spaceBefore: 0 };
  });
  return joinAddresses(characters, gaps)
    .map((character) => character.text)
    .join('');
}

describe('joinAddresses', () => {
  it('joins an address whose sign the model parted from its neighbours', () => {
    expect(line('write to ann @example.org or', 7)).toBe('write to ann@example.org or');
    expect(line('write to ann.lee@ mail.example.org.', 7)).toBe('write to ann.lee@mail.example.org.');
    expect(line('write to ann @ example.org', 7)).toBe('write to ann@example.org');
  });

  it('leaves a space that is as wide as those of the line', () => {
    expect(line('find us @ example.org now', 12)).toBe('find us @ example.org now');
  });

  it('leaves prices alone', () => {
    expect(line('2 pc @ 3.50 each', 5)).toBe('2 pc @ 3.50 each');
    expect(line('GST @ 6% incl.', 5)).toBe('GST @ 6% incl.');
  });
});
