import type { ReadPage } from '#lib/readings/index.ts';

// A page with one block of each kind, whose letters are 10 pixels wide.

type PageLine = ReadPage['lines'][number];
type Box = PageLine['box'];

export function lineAt(text: string, left: number, top: number): PageLine {
  let at = left;
  const words = text.split(' ').map((word) => {
    const box: Box = [at, top, at + 10 * word.length, top + 20];
    at += 10 * (word.length + 1);
    return { text: word, confidence: 0.954, box };
  });
  return { text, confidence: 0.954, box: [left, top, at - 10, top + 20], words };
}

export const box: Box = [0, 0, 300, 400];
export const lines = [
  lineAt('Harbour & Sons', 0, 0),
  lineAt('A price list for the year of', 0, 40),
  lineAt('1931, printed in Wex-', 0, 60),
  lineAt('combe.', 0, 80),
  lineAt('• Paper <A4>', 0, 120),
  lineAt('• Ink', 0, 140),
  lineAt('Item', 0, 200),
  lineAt('Price', 200, 200),
  lineAt('Red|blue', 0, 220),
  lineAt('4.50', 200, 220),
  lineAt('Sold out', 280, 100),
  lineAt('17', 150, 380),
];
export const page: ReadPage = {
  text: 'Harbour & Sons\nItem\tPrice',
  width: 300,
  height: 400,
  lines,
  blocks: [
    { type: 'heading', level: 2, box, lines: [0] },
    { type: 'paragraph', box, lines: [1, 2, 3] },
    { type: 'list', box, lines: [4, 5], items: [{ lines: [4] }, { lines: [5] }] },
    {
      type: 'table',
      box,
      lines: [6, 7, 8, 9],
      table: {
        columns: 3,
        rows: [
          {
            cells: [
              { column: 0, span: 1, text: 'Item', box, lines: [6] },
              { column: 2, span: 1, text: 'Price', box, lines: [7] },
            ],
          },
          {
            cells: [
              { column: 0, span: 1, text: 'Red|blue', box, lines: [8] },
              { column: 2, span: 1, text: '4.50', box, lines: [9] },
            ],
          },
        ],
      },
    },
    { type: 'note', box, lines: [10] },
    { type: 'footer', box, lines: [11] },
  ],
};
