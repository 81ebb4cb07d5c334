import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';

// Pages of which the place of every word is known, in points from the top left. Fonts are PDF's standard ones,
// which PDFium brings along.

export type PlacedWord = { text: string; left: number; right: number; baseLine: number; fontSize: number };

/** Words come in reading order; `text` is the page's, with a line break after each line. */
export type TypesetPage = { pdf: Uint8Array; words: PlacedWord[]; text: string };

const fonts = {
  sans: StandardFonts.Helvetica,
  serif: StandardFonts.TimesRoman,
  fixed: StandardFonts.Courier,
} as const;
export type FontName = keyof typeof fonts;

export type PageOptions = {
  font: FontName;
  fontSize: number;
  /** Points. */
  pageSize: { width: number; height: number };
  margin: number;
};

const LEADING = 1.35;
const COLUMN_GAP = 24;
const SENTENCES_A_PARAGRAPH = 5;

/** Fills a page with sentences, in columns of equal width, each from top to bottom. */
export async function typesetProse(
  sentences: Iterator<string, never>,
  columns: number,
  options: PageOptions,
): Promise<TypesetPage> {
  const { pageSize, margin, fontSize } = options;
  const width = (pageSize.width - 2 * margin - (columns - 1) * COLUMN_GAP) / columns;
  return await typeset(options, (font) => {
    const lines: LineToSet[] = [];
    for (let column = 0; column < columns; column++) {
      const left = margin + column * (width + COLUMN_GAP);
      let baseLine = margin + fontSize;
      while (baseLine < pageSize.height - margin) {
        const paragraph = Array.from({ length: SENTENCES_A_PARAGRAPH }, () => sentences.next().value);
        for (const text of wrap(paragraph.join(' '), width, font, fontSize)) {
          if (baseLine < pageSize.height - margin) lines.push({ text, left, baseLine });
          baseLine += LEADING * fontSize;
        }
        baseLine += 0.6 * fontSize;
      }
    }
    return lines;
  });
}

/** Sets each line as it is, with all its spaces, from the top of the page. */
export async function typesetLines(lines: readonly string[], options: PageOptions): Promise<TypesetPage> {
  const { margin, fontSize } = options;
  return await typeset(options, () =>
    lines.map((text, line) => ({ text, left: margin, baseLine: margin + fontSize * (1 + line * LEADING) })),
  );
}

type LineToSet = { text: string; left: number; baseLine: number };

async function typeset(
  { font: fontName, fontSize, pageSize }: PageOptions,
  layOut: (font: PDFFont) => LineToSet[],
): Promise<TypesetPage> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(fonts[fontName]);
  const page = pdf.addPage([pageSize.width, pageSize.height]);
  const lines = layOut(font);
  const words = lines.flatMap((line) => placeWords(line, font, fontSize));
  drawWords(page, words, font);
  const text = lines.map((line) => line.text.trim().replace(/ +/g, ' ')).join('\n');
  return { pdf: await pdf.save({ addDefaultPage: false }), words, text };
}

function placeWords({ text, left, baseLine }: LineToSet, font: PDFFont, fontSize: number): PlacedWord[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const start = left + widthOf(text.slice(0, index), font, fontSize);
    return { text: word, left: start, right: start + widthOf(word, font, fontSize), baseLine, fontSize };
  });
}

function drawWords(page: PDFPage, words: readonly PlacedWord[], font: PDFFont): void {
  for (const { text, left, baseLine, fontSize } of words) {
    page.drawText(text, { x: left, y: page.getHeight() - baseLine, size: fontSize, font });
  }
}

function wrap(text: string, width: number, font: PDFFont, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, font, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// Character by character, as they are drawn: without kerning.
function widthOf(text: string, font: PDFFont, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + font.widthOfTextAtSize(character, fontSize), 0);
}
