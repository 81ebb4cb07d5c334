import type { PageSize } from '../document-info.ts';
import { median } from '../median.ts';
import { identifyFile } from '../open/file-format.ts';
import { withPdfPage } from '../open/pdf-file.ts';
import { readingSize } from '../open/pdf-page-content.ts';
import type { PdfPage, Transform } from '../open/pdfium-page.ts';
import type { PdfPicture } from '../open/pdfium-pictures.ts';
import type { Box, QuarterTurns } from '../page-reading.ts';
import type { BoxedLine, PageText } from '../page-text.ts';
import type { ReadingOptions } from '../reading-options.ts';
import { dominantTurn } from './dominant-turn.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import { layerCharacters } from './layer-character.ts';
import { layerLines } from './layer-lines.ts';
import { type LayerWord, layerWords } from './layer-words.ts';
import { overPictures } from './over-pictures.ts';
import { soundLetters } from './sound-letters.ts';
import { uncoveredText } from './uncovered-text.ts';
import { visibleWords } from './visible-words.ts';

// Letters of 10-point type are still 10 pixels high then, and drawing takes a quarter of the time.
const JUDGED_SCALE = 0.5;
// Fewer letters in a row than this are a sign, a bullet, a page number drawn as a curve.
const UNCOVERED_LETTERS = 5;
// Lines that tilt further are meant to: the page is not skewed.
const MAX_SKEW = 0.27;

/**
 * `good`: it says what the page shows; `doubtful`: the picture has to be asked (`isLayerRight`). `hasSoundLetters`
 * tells whether they are distributed as in a language.
 */
export type TextLayer = { text: PageText; verdict: 'good' | 'doubtful'; hasSoundLetters: boolean };

/**
 * The text that a PDF page (from 1) holds, with boxes in the pixels that its picture has when it is read. Null when
 * it holds none, or none that can be what the page shows; with `force` whatever it holds is good.
 */
export async function readTextLayer(
  file: string,
  page: number,
  { textLayer = 'auto', password }: ReadingOptions,
): Promise<TextLayer | null> {
  if (textLayer === 'off' || (await identifyFile(file)) !== 'pdf') return null;
  return await withPdfPage(file, page, password, (opened) => layerOf(opened, textLayer === 'force'));
}

function layerOf(page: PdfPage, force: boolean): TextLayer | null {
  const characters = page.characters();
  if (!characters || characters.length === 0) return null;
  const stored = readingSize(page, characters);
  const turned = dominantTurn(layerCharacters(characters, page.transformTo(stored, 0)));
  const size = turned % 180 === 0 ? stored : { width: stored.height, height: stored.width };
  const transform = page.transformTo(size, turned);
  const words = layerWords(dropDuplicates(layerCharacters(characters, transform)), size);
  if (force) return layerFrom(words, size, turned, { verdict: 'good', hasSoundLetters: true });

  const soundness = soundLetters(words);
  const picture = drawn(page, size, turned);
  if (soundness === 'broken') return null;
  const seen = visibleWords(words, picture, JUDGED_SCALE);
  const hasSoundLetters = soundness === 'sound';
  const isPlain =
    hasSoundLetters &&
    !overPictures(
      seen,
      page.pictures().map((one) => boxOf(one, transform)),
    ) &&
    uncoveredText(picture, seen, JUDGED_SCALE) < UNCOVERED_LETTERS;
  return layerFrom(seen, size, turned, { verdict: isPlain ? 'good' : 'doubtful', hasSoundLetters });
}

function drawn(page: PdfPage, { width, height }: PageSize, turned: QuarterTurns) {
  const side = (pixels: number) => Math.max(1, Math.round(pixels * JUDGED_SCALE));
  const size = { width: side(width), height: side(height) };
  return { ...size, pixels: page.render(size, 'grey', turned) };
}

function layerFrom(
  words: readonly LayerWord[],
  size: PageSize,
  turned: QuarterTurns,
  judged: Omit<TextLayer, 'text'>,
): TextLayer | null {
  const lines = layerLines(words.filter(({ text }) => text !== ''));
  if (lines.length === 0) return null;
  return { text: { ...size, turned, skew: skewOf(lines), source: 'text_layer', lines }, ...judged };
}

function skewOf(lines: readonly BoxedLine[]): number {
  const angles = lines
    .filter(({ box }) => box.width > box.height && Math.abs(box.angle) < MAX_SKEW)
    .map(({ box }) => box.angle);
  return median(angles) ?? 0;
}

function boxOf({ box: [left, bottom, right, top] }: PdfPicture, { a, b, c, d, e, f }: Transform): Box {
  const xs = [a * left + c * bottom + e, a * right + c * top + e] as const;
  const ys = [b * left + d * bottom + f, b * right + d * top + f] as const;
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
