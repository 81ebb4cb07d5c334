import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnPageOptions, makeColumnPage, makeFoundLine } from '#lib/testing/column-pages.ts';
import { arrangePage } from './arrange-page.ts';
import { lineOfWords } from './line-of-words.ts';
import type { PageReading } from './page-reading.ts';
import type { BoxedLine, PageText } from './page-text.ts';

function pageOf(lines: BoxedLine[]): PageText {
  return { width: 2_400, height: 3_000, turned: 0, skew: 0, source: 'picture', lines };
}

function blocksOf({ lines, blocks = [] }: PageReading): [type: string, ...texts: (string | undefined)[]][] {
  return blocks.map((block) => [block.type, ...block.lines.map((at) => lines[at]?.text)]);
}

const paragraph = [
  'The first row of a paragraph runs to the end of its column and on to the next',
  'row, which again is filled with words from its beginning to its very end, so',
  'that nobody would take it for anything but running text, down to the last row.',
];

function rows(texts: readonly string[], left: number, top: number): BoxedLine[] {
  return texts.map((text, index) => makeFoundLine(text, left, top + index * 40));
}

describe('arrangePage', () => {
  const kinds: [name: string, options: Omit<ColumnPageOptions, 'seed' | 'columns'>][] = [
    ['plain', {}],
    ['headings and a title', { headings: true, title: true }],
    ['pictures', { pictures: true }],
    ['lines found in two parts', { broken: 0.1 }],
    ['lines found as one across a gutter', { merged: 0.15 }],
    ['justified text and a gutter of 1.6 letter heights', { justified: true, gutter: 1.6 }],
    ['wide gutters', { gutter: 5, headings: true }],
  ];
  it.each(kinds.flatMap(([name, options]) => [1, 2, 3, 4, 5].map((columns) => ({ name, columns, options }))))(
    'reads one column after the other: $columns, $name',
    ({ columns, options }) => {
      for (const seed of [1, 2, 3]) {
        const made = makeColumnPage({ seed, columns, ...options });
        expect(arrangePage(made.page).text.split(/\s/)).toEqual(made.rows.join(' ').split(' '));
      }
    },
  );

  it('joins the cells of a table with tabs, as many as there are columns between them', () => {
    const reading = arrangePage(
      pageOf([
        makeFoundLine('Item', 200, 100),
        makeFoundLine('Number', 800, 100),
        makeFoundLine('Price', 1_100, 100),
        makeFoundLine('Paper for the printer', 200, 140),
        makeFoundLine('12', 800, 140),
        makeFoundLine('48.00', 1_100, 140),
        makeFoundLine('Ink', 200, 180),
        makeFoundLine('7.50', 1_100, 180),
        makeFoundLine('Total', 800, 220),
        makeFoundLine('55.50', 1_100, 220),
      ]),
    );
    expect(reading.text).toBe(
      'Item\tNumber\tPrice\nPaper for the printer\t12\t48.00\nInk\t\t7.50\n\tTotal\t55.50',
    );
    expect(reading.blocks).toMatchObject([
      {
        type: 'table',
        table: {
          columns: 3,
          rows: [
            {},
            {},
            {
              cells: [
                { column: 0, text: 'Ink', lines: [6] },
                { column: 2, text: '7.50', lines: [7] },
              ],
            },
            {},
          ],
        },
      },
    ]);
  });

  it('reads a table across two columns as a whole, after what stands above it and before what stands below', () => {
    const above = makeColumnPage({ seed: 5, columns: 2, rows: 8 });
    const below = makeColumnPage({ seed: 6, columns: 2, rows: 8, top: 900 });
    const cells = ['Item Number Price', 'Paper 12 48.00', 'Ink 3 7.50'].flatMap((row, index) =>
      row.split(' ').map((text, column) => makeFoundLine(text, 160 + 800 * column, 660 + 40 * index)),
    );
    const { text } = arrangePage(pageOf([...above.page.lines, ...cells, ...below.page.lines]));
    expect(text.split('\n')).toEqual([
      ...above.rows,
      'Item\tNumber\tPrice',
      'Paper\t12\t48.00',
      'Ink\t3\t7.50',
      ...below.rows,
    ]);
  });

  it('gives each cell its words when a line was found across several of them', () => {
    const cells = ['Paper 12 48.00', 'Pencil 3 17.50', 'Ribbon 7 21.00'].map((text, index) => {
      const [name = '', count = '', price = ''] = text.split(' ');
      const parts = [makeFoundLine(name, 200, 100 + index * 40), makeFoundLine(count, 500, 100 + index * 40)];
      parts.push(makeFoundLine(price, 800, 100 + index * 40));
      return joined(parts);
    });
    const { text, lines } = arrangePage(pageOf(cells));
    expect(text).toBe('Paper\t12\t48.00\nPencil\t3\t17.50\nRibbon\t7\t21.00');
    expect(lines.map((line) => line.text)).toEqual(text.split(/\s/));
  });

  it('tells headings, paragraphs, lists, the head and the foot of a page', () => {
    const page = pageOf([
      ...rows(['A journal of stationery', '17'], 200, 60).map((line, index) =>
        index === 0 ? line : makeFoundLine('17', 2_000, 60),
      ),
      makeFoundLine('On paper', 200, 300, 44),
      ...rows(paragraph, 200, 400),
      ...rows(['- Envelopes', '- Pencils and other things to write with', '- Ink'], 200, 560),
      ...rows(paragraph, 230, 760),
      ...rows(paragraph, 200, 920),
      ...rows(paragraph, 200, 1_080),
      makeFoundLine('Printed in Wexcombe', 200, 2_900),
    ]);
    expect(blocksOf(arrangePage(page))).toEqual([
      ['header', 'A journal of stationery', '17'],
      ['heading', 'On paper'],
      ['paragraph', ...paragraph],
      ['list', '- Envelopes', '- Pencils and other things to write with', '- Ink'],
      ['paragraph', ...paragraph],
      ['paragraph', ...paragraph],
      ['paragraph', ...paragraph],
      ['footer', 'Printed in Wexcombe'],
    ]);
  });

  it('reads what runs along the side of the page after its text, as a note', () => {
    const [side] = rows(['Confidential'], 0, 0);
    if (!side) throw new Error('There is no line.');
    const [x0, y0, x1, y1] = [40, 200, 72, 392];
    const turned: BoxedLine = {
      line: {
        ...side.line,
        box: [x0, y0, x1, y1],
        words: [{ text: 'Confidential', confidence: 1, box: [x0, y0, x1, y1] }],
      },
      box: { centreX: 56, centreY: 296, width: 192, height: 32, angle: -Math.PI / 2, coreHeight: 20 },
    };
    expect(blocksOf(arrangePage(pageOf([turned, ...rows(paragraph, 200, 100)])))).toEqual([
      ['paragraph', ...paragraph],
      ['note', 'Confidential'],
    ]);
  });

  it('reads notes in the margin after the text that they stand beside', () => {
    const notes = ['See the', 'second page'].map((text, index) =>
      makeFoundLine(text, 40, 180 + index * 26, 13),
    );
    expect(
      blocksOf(arrangePage(pageOf([...notes, ...rows(paragraph, 300, 100), ...rows(paragraph, 300, 260)]))),
    ).toEqual([
      ['paragraph', ...paragraph],
      ['paragraph', ...paragraph],
      ['note', 'See the', 'second page'],
    ]);
  });

  it('reads nothing from an empty page', () => {
    expect(arrangePage(pageOf([]))).toMatchObject({ text: '', lines: [], blocks: [] });
  });
});

const columnPages = fc.record({
  seed: fc.integer({ min: 1, max: 1_000 }),
  columns: fc.integer({ min: 1, max: 4 }),
  gutter: fc.integer({ min: 2, max: 5 }),
  headings: fc.boolean(),
  pictures: fc.boolean(),
  broken: fc.constantFrom(0, 0.1),
  merged: fc.constantFrom(0, 0.1),
});

// Lines of one word up to six, anywhere: such pages have no right order, but what follows holds for them too.
const anyPages = fc
  .array(
    fc.record({
      words: fc.array(fc.stringMatching(/^[a-z0-9.]{1,8}$/), { minLength: 1, maxLength: 6 }),
      left: fc.integer({ min: 0, max: 1_500 }),
      middle: fc.integer({ min: 20, max: 2_900 }),
      letter: fc.integer({ min: 10, max: 60 }),
    }),
    { maxLength: 40 },
  )
  .map((lines) =>
    pageOf(
      lines.map(({ words, left, middle, letter }) => makeFoundLine(words.join(' '), left, middle, letter)),
    ),
  );

describe('whatever stands on a page', () => {
  it('gives every word once, each line to one block, and the text of the lines in their order', () => {
    fc.assert(
      fc.property(anyPages, (page) => {
        const { text, lines, blocks = [] } = arrangePage(page);
        expect(blocks.flatMap((block) => block.lines)).toEqual(lines.map((_, index) => index));
        const wordsIn = page.lines.flatMap(({ line }) => line.words.map((word) => JSON.stringify(word)));
        const wordsOut = lines.flatMap((line) => line.words.map((word) => JSON.stringify(word)));
        expect(wordsOut.sort()).toEqual(wordsIn.sort());
        expect(text.split(/\s+/).filter(Boolean)).toEqual(lines.flatMap((line) => line.text.split(' ')));
      }),
    );
  });

  it('gives boxes of blocks, cells and lines that hold their words and stay within the page', () => {
    fc.assert(
      fc.property(anyPages, (page) => {
        const { lines, blocks = [] } = arrangePage(page);
        for (const block of blocks) {
          const words = block.lines.flatMap((at) => lines[at]?.words ?? []);
          expect(block.box[0]).toBe(Math.min(...words.map(({ box }) => box[0])));
          expect(block.box[3]).toBe(Math.max(...words.map(({ box }) => box[3])));
          if (block.type !== 'table') continue;
          const cells = block.table.rows.flatMap((row) => row.cells);
          expect(cells.flatMap((cell) => cell.lines)).toEqual(block.lines);
          expect(cells.every((cell) => cell.column + cell.span <= block.table.columns)).toBe(true);
        }
      }),
    );
  });

  it('reads the same wherever the text stands on its paper', () => {
    fc.assert(
      fc.property(columnPages, fc.nat(500), fc.nat(500), (options, x, y) => {
        const { page } = makeColumnPage(options);
        expect(arrangePage(moved(page, x, y)).text).toBe(arrangePage(page).text);
      }),
      { numRuns: 30 },
    );
  });

  it('reads the same whether lines were found whole or in two parts, and in whatever order', () => {
    fc.assert(
      fc.property(columnPages, (options) => {
        const whole = makeColumnPage({ ...options, broken: 0, merged: 0 });
        const apart = makeColumnPage({ ...options, broken: 0.2, merged: 0 });
        const read = arrangePage({ ...apart.page, lines: apart.page.lines.toReversed() });
        expect(read.text.replace(/\s/g, ' ')).toBe(whole.rows.join(' '));
      }),
      { numRuns: 30 },
    );
  });
});

function joined(parts: readonly BoxedLine[]): BoxedLine {
  const line = lineOfWords(parts.flatMap((part) => part.line.words));
  const [x0, y0, x1, y1] = line.box;
  const box = { centreX: (x0 + x1) / 2, centreY: (y0 + y1) / 2, width: x1 - x0, height: y1 - y0 };
  return { line, box: { ...box, angle: 0, coreHeight: parts[0]?.box.coreHeight ?? 0 } };
}

function moved(page: PageText, x: number, y: number): PageText {
  const lines = page.lines.map(({ line, box }) => {
    const words = line.words.map((word) => {
      const [x0, y0, x1, y1] = word.box;
      return { ...word, box: [x0 + x, y0 + y, x1 + x, y1 + y] as const };
    });
    return {
      line: lineOfWords(words.map((word) => ({ ...word, box: [...word.box] }))),
      box: { ...box, centreX: box.centreX + x, centreY: box.centreY + y },
    };
  });
  return { ...page, width: page.width + 2 * x, height: page.height + 2 * y, lines };
}
