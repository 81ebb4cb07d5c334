import { describe, expect, it } from 'vitest';
import { arrangePage } from '../arrange-page.ts';
import type { BoxedLine, PageText } from '../page-text.ts';

/** What a source tells of a line: its middle and the height of its letters. */
type Placement = [text: string, em: number, middle: number, letter: number];

const texts = [
  'The year at Harbour Street Library',
  'The library on Harbour Street opened its doors on 304 days of the year and counted',
  '118,260 visits, more than in any year since the new reading room was built. Most',
  'people came on Saturdays, and the busiest hour of the week was between eleven and',
  'noon.',
  'What this report contains',
  'The following pages describe the collection, the building, the people who work here',
  'and the money that was spent. Figures are rounded to whole pounds. Every number was',
  'counted by the staff and checked by two members of the board before it was printed.',
  'Page 1 of 10',
];
const ems = [75, 50, 50, 50, 50, 75, 50, 50, 50, 42];
// Page 1 of the sample report at 300 dpi: letters of 12 points, rows 18 points apart.
const middles = [289, 458, 533, 608, 683, 926, 1_095, 1_170, 1_245, 2_889];
const layerLetters = ems.map((em) => em / 2);
// The finder's heights of the same letters differ by a quarter; headings seem hardly larger than the text.
const pictureLetters = [34.9, 30.7, 31.8, 28.2, 24.7, 31.8, 28.2, 28.2, 24.7, 28.2];

function pageOf(letters: readonly number[], source: PageText['source'], spacing = 1): PageText {
  const lines = texts.map((text, index) =>
    lineAt([text, ems[index] ?? 0, spacing * (middles[index] ?? 0), letters[index] ?? 0]),
  );
  return { width: 2_479, height: spacing * 3_508, turned: 0, skew: 0, source, lines };
}

/** A line of words as high as their letters' ink. */
function lineAt([text, em, middle, letter]: Placement): BoxedLine {
  const baseline = middle + 0.27 * em;
  let at = 234;
  const words = text.split(' ').map((word) => {
    const left = at;
    at += 0.5 * em * (word.length + 0.6);
    const top = baseline - (/[A-Z0-9bdfhkl]/.test(word) ? 0.76 : 0.57) * em;
    const bottom = baseline + (/[gjpqy]/.test(word) ? 0.2 : 0) * em;
    return {
      text: word,
      confidence: 1,
      box: [left, top, at - 0.3 * em, bottom] as [number, number, number, number],
    };
  });
  const right = at - 0.3 * em;
  const [top, bottom] = [baseline - 0.76 * em, baseline + 0.2 * em];
  return {
    line: { text, confidence: 1, box: [234, top, right, bottom], words },
    box: {
      centreX: (234 + right) / 2,
      centreY: middle,
      width: right - 234,
      height: 1.1 * em,
      angle: 0,
      coreHeight: letter,
    },
  };
}

const blocks = [
  ['heading 2', ...texts.slice(0, 1)],
  ['paragraph', ...texts.slice(1, 5)],
  ['heading 2', ...texts.slice(5, 6)],
  ['paragraph', ...texts.slice(6, 9)],
  ['paragraph', ...texts.slice(9)],
];

function blocksOf(page: PageText): (string | undefined)[][] {
  const { lines, blocks: found = [] } = arrangePage(page);
  return found.map((block) => [
    block.type === 'heading' ? `heading ${block.level}` : block.type,
    ...block.lines.map((at) => lines[at]?.text),
  ]);
}

describe('a page of widely spaced rows', () => {
  it('keeps paragraphs whole and finds the headings by its text layer', () => {
    expect(blocksOf(pageOf(layerLetters, 'text_layer'))).toEqual(blocks);
  });

  it('keeps paragraphs whole and finds the headings by its picture', () => {
    expect(blocksOf(pageOf(pictureLetters, 'picture'))).toEqual(blocks);
  });

  it.each([0.8, 1.2, 1.5])('does so at %d times its spacing, up to twice the usual one', (spacing) => {
    expect(blocksOf(pageOf(layerLetters, 'text_layer', spacing))).toEqual(blocks);
    expect(blocksOf(pageOf(pictureLetters, 'picture', spacing))).toEqual(blocks);
  });
});
