import { describe, expect, it } from 'vitest';
import { makeFoundLine } from '#lib/testing/column-pages.ts';
import { findParagraphs } from './find-paragraphs.ts';
import { runOf } from './join-runs.ts';
import { listItems } from './list-items.ts';
import { placeLine } from './placed-line.ts';
import { usualText } from './usual-text.ts';

type Placement = [text: string, left: number, middle: number, letter?: number];

function paragraphs(...placements: Placement[]): string[][] {
  const rows = placements.map(([text, left, middle, letter]) => {
    const { line, box } = makeFoundLine(text, left, middle, letter);
    return { ...runOf([placeLine(line, box, 0)]), isProse: true };
  });
  return findParagraphs(rows, listItems(rows), usualText(rows)).map((paragraph) =>
    paragraph.map(({ text }) => text),
  );
}

describe('findParagraphs', () => {
  it('begins a paragraph with an indented row', () => {
    expect(
      paragraphs(
        ['a row that goes on to the end', 100, 100],
        ['of its column and ends', 100, 140],
        ['another begins indented', 130, 180],
        ['and goes on to the left', 100, 220],
      ),
    ).toEqual([
      ['a row that goes on to the end', 'of its column and ends'],
      ['another begins indented', 'and goes on to the left'],
    ]);
  });

  it('begins a paragraph where the first row juts out over the others', () => {
    expect(
      paragraphs(
        ['an entry of a list of books whose', 100, 100],
        ['second row hangs', 140, 140],
        ['another entry of it, which has its', 100, 180],
        ['own', 140, 220],
      ),
    ).toEqual([
      ['an entry of a list of books whose', 'second row hangs'],
      ['another entry of it, which has its', 'own'],
    ]);
  });

  it('begins a paragraph after more white than between the others, and in larger letters', () => {
    expect(
      paragraphs(
        ['one row', 100, 100],
        ['another', 100, 140],
        ['a third', 100, 180],
        ['apart', 100, 240],
        ['LARGE', 100, 290, 36],
      ),
    ).toEqual([['one row', 'another', 'a third'], ['apart'], ['LARGE']]);
  });

  it('judges white by the steps of the page: the same step goes on where rows are set widely, and not elsewhere', () => {
    const rows = (step: number): Placement[] =>
      [0, 1, 2, 3].map((index) => [`a row of this paragraph, number ${index}`, 100, 100 + step * index]);
    const below = (step: number): Placement => ['another row, below the others', 100, 100 + 3 * step + 64];
    expect(paragraphs(...rows(64), below(64))).toHaveLength(1);
    expect(paragraphs(...rows(50), below(50))).toHaveLength(2);
  });

  it('keeps centred rows together', () => {
    expect(paragraphs(['a long row in the middle', 100, 100], ['a short one', 204, 140])).toHaveLength(1);
  });

  it('begins a paragraph with each item of a list and at the top of the next column', () => {
    expect(
      paragraphs(
        ['1. one', 100, 100],
        ['and more of it', 130, 140],
        ['2. two', 100, 180],
        ['text', 900, 100],
      ),
    ).toEqual([['1. one', 'and more of it'], ['2. two'], ['text']]);
  });
});
