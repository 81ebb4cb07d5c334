import type { ReaderName } from '#lib/contracts/language.ts';
import type { TextBox } from '../find/text-box.ts';
import type { RecogniserName } from '../model/load-models.ts';
import type { GreyImage } from '../open/grey-image.ts';
import type { Line } from '../page-reading.ts';
import { languageOfSmallWords } from './function-words.ts';
import { createLineReader, type LineReader } from './line-reader.ts';
import { loadModelReader } from './load-reader.ts';
import { hanShare, hasKana, isSurelyAccented } from './scripts.ts';

/** An upright page and the English model's reader of its lines. */
export type EnglishPage = { image: GreyImage; boxes: readonly TextBox[]; readLine: LineReader };

/** `languages` are codes of what the reader is for. */
export type ChosenReader = { reader: ReaderName; readLine: LineReader; languages: string[] };

// As many as tell whether a page is upright: on a page in English they are read anyway.
const SAMPLE_LINES = 5;
// Letters, weighted by confidence, on a stretch of line as long as it is high. Lines in Latin letters have 1.5
// and more; of Chinese and Japanese ones the English model makes up to 0.9.
const MIN_DENSITY = 1.2;
// A page in Chinese may hold English names and figures.
const MIN_HAN_SHARE = 0.25;
// Of the page's text, what is read a second time to look for accents: English without small words pays for it.
const ACCENT_SHARE = 0.08;
// The Latin model sees one in dirt now and then.
const MIN_ACCENTED_WORDS = 2;

/**
 * Finds out by a few of the longest lines which model reads a page best. The English model reads letters with
 * accents as those without and is sure of it, so small words tell the other languages in Latin letters; where
 * they tell nothing, the Latin model looks for accents in a small part of the page.
 */
export async function chooseReader(page: EnglishPage): Promise<ChosenReader> {
  const sample = page.boxes.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, SAMPLE_LINES);
  const english = await linesOf(page.readLine, sample);
  if (densityOf(english) < MIN_DENSITY) {
    const chinese = await readerFor(page, 'chinese');
    if (hanShare(textOf(await linesOf(chinese, sample))) >= MIN_HAN_SHARE) {
      const japanese = await readerFor(page, 'japanese');
      return hasKana(textOf(await linesOf(japanese, sample)))
        ? { reader: 'japanese', readLine: japanese, languages: ['ja'] }
        : { reader: 'chinese', readLine: chinese, languages: ['zh', 'en'] };
    }
  }
  const smallWords = languageOfSmallWords(textOf(english));
  if (smallWords !== 'english') {
    const latin = await readerFor(page, 'latin');
    if (smallWords === 'other' || (await showsAccents(latin, boxesForAccents(page.boxes, english))))
      return { reader: 'latin', readLine: latin, languages: ['und-Latn'] };
  }
  return { reader: 'english', readLine: page.readLine, languages: ['en'] };
}

async function showsAccents(latin: LineReader, boxes: readonly TextBox[]): Promise<boolean> {
  const lines = await linesOf(latin, boxes);
  const words = [...lines.values()].flatMap((line) => line?.words ?? []);
  return words.filter(isSurelyAccented).length >= MIN_ACCENTED_WORDS;
}

async function readerFor({ image }: EnglishPage, name: RecogniserName): Promise<LineReader> {
  return createLineReader(await loadModelReader(name), image);
}

type ReadLines = Map<TextBox, Line | null>;

async function linesOf(readLine: LineReader, boxes: readonly TextBox[]): Promise<ReadLines> {
  const lines: ReadLines = new Map();
  for (const box of boxes) lines.set(box, await readLine(box));
  return lines;
}

// The least sure lines first, until they make up the share of the page; one at least.
function boxesForAccents(all: readonly TextBox[], english: ReadLines): TextBox[] {
  const leastSure = [...english].sort(([, a], [, b]) => (a?.confidence ?? 0) - (b?.confidence ?? 0));
  const budget = ACCENT_SHARE * all.reduce((sum, box) => sum + lengthOf(box), 0);
  let spent = 0;
  return leastSure.flatMap(([box]) => {
    const isFree = spent === 0 || spent + lengthOf(box) <= budget;
    if (isFree) spent += lengthOf(box);
    return isFree ? [box] : [];
  });
}

function lengthOf({ width, height }: TextBox): number {
  return width / height;
}

function textOf(lines: ReadLines): string {
  return [...lines.values()].map((line) => line?.text ?? '').join(' ');
}

function densityOf(lines: ReadLines): number {
  const length = [...lines.keys()].reduce((sum, box) => sum + lengthOf(box), 0);
  const letters = [...lines.values()].reduce(
    (sum, line) => sum + (line ? line.confidence * line.text.length : 0),
    0,
  );
  return length === 0 ? Number.POSITIVE_INFINITY : letters / length;
}
