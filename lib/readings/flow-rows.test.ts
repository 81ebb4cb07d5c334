import { describe, expect, it } from 'vitest';
import { flowRows, joinTexts } from './flow-rows.ts';
import type { PageLine } from './read-page.ts';

/** A line whose characters are 10 pixels wide. */
function row(text: string): PageLine[] {
  let at = 0;
  const words = text.split(' ').map((word) => {
    const left = at;
    at += 10 * (word.length + 1);
    return { text: word, confidence: 1, box: [left, 0, at - 10, 20] as [number, number, number, number] };
  });
  return [{ text, confidence: 1, box: [0, 0, at - 10, 20], words }];
}

describe('flowRows', () => {
  it('joins the rows of a paragraph that fill their column', () => {
    const rows = ['The rows of this paragraph', 'run on to the end of the', 'column.'].map(row);
    expect(flowRows(rows)).toEqual(['The rows of this paragraph run on to the end of the column.']);
  });

  it('joins rows that were wrapped by their number of characters, of which some end early', () => {
    // Rows 1 and 2 of the sample report, in which "and" would have fit.
    const [first, second] = [
      row('The following pages describe the collection, the building, the people who work here'),
      row('and the money that was spent. Figures are rounded to whole pounds. Every number was told'),
    ];
    expect(flowRows([first, second])).toHaveLength(1);
    const [capital] = [
      row('In the money that was spent. Figures are rounded to whole pounds. Every number was told'),
    ];
    expect(flowRows([first, capital])).toHaveLength(1);
  });

  it('keeps the break of a verse that goes on in small letters far before the end of the column', () => {
    expect(flowRows(['I wandered', 'lonely as a cloud that floats on high'].map(row))).toHaveLength(2);
  });

  it('keeps a break that the width of the column did not ask for', () => {
    expect(
      flowRows(['Larkspur Stationery Limited', '14 Harbour St', 'Wexcombe', 'England'].map(row)),
    ).toEqual(['Larkspur Stationery Limited 14 Harbour St', 'Wexcombe', 'England']);
    expect(flowRows(['To be', 'Or not to be, that is the question', 'Whether'].map(row))).toEqual([
      'To be',
      'Or not to be, that is the question Whether',
    ]);
  });
});

describe('joinTexts', () => {
  it.each([
    ['Dubrovnik has weath-', 'ered time', 'Dubrovnik has weathered time'],
    ['a soft\u00ad', 'ened word', 'a softened word'],
    ['a state-of-the-', 'art device', 'a state-of-the-art device'],
    ['the Anglo-', 'Saxon king', 'the Anglo-Saxon king'],
    ['in Croa-', 'tia--people want', 'in Croatia--people want'],
    ['a half-', 'grown-up', 'a half-grown-up'],
    ['paragraph 4-', 'b', 'paragraph 4-b'],
    ['two-', 'and three-part', 'two- and three-part'],
    ['so they said -', 'nobody knows', 'so they said - nobody knows'],
    ['one word', 'another', 'one word another'],
  ])('joins %j and %j as %j', (before, after, joined) => {
    expect(joinTexts(before, after)).toBe(joined);
  });
});
