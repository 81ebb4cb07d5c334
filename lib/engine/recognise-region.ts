import { EngineError } from './engine-error.ts';
import type { TextBox } from './find/text-box.ts';
import { plannedLanguages } from './languages.ts';
import { lineOfWords } from './line-of-words.ts';
import { loadDetector } from './model/load-models.ts';
import { cropImage } from './open/grey-image.ts';
import { loadGreyPage } from './open/load-grey-page.ts';
import { findTextOn, findUprightText, type Models } from './orient/find-upright-text.ts';
import { readAnyWay } from './orient/read-any-way.ts';
import { turnImage } from './orient/turn-image.ts';
import type { Box, Line } from './page-reading.ts';
import type { BoxedLine, PageText } from './page-text.ts';
import { calibrateLine, confidenceScales } from './read/calibrate-confidence.ts';
import type { ReadingOptions, ReadingProgress, Region } from './reading-options.ts';
import { firstReader, readerOf } from './recognise-page.ts';
import { smoothRoughPrint } from './smooth-rough-print.ts';

// Letters are found by the paper around them; what stands in the margin is not answered.
const MARGIN_OF_SIDE = 0.5;
const MIN_MARGIN = 16;
const MAX_MARGIN = 96;

/**
 * Reads a part of the upright page from its picture. Whoever points at it says that there is text, so that even an
 * unsure line is answered, and the whole part is taken for one line when no line is found in it.
 */
export async function recogniseRegion(
  file: string,
  page: number,
  { box: asked, turned: known }: Region,
  { languages = [], password }: ReadingOptions,
  report: (progress: ReadingProgress) => void,
): Promise<PageText> {
  const plan = plannedLanguages(languages);
  report({ step: 'open', percent: 0 });
  const stored = await loadGreyPage(file, page, password);
  report({ step: 'find', percent: 10, pixels: stored.width * stored.height });
  const models: Models = { detector: await loadDetector(), recognise: await firstReader(plan) };
  const { image, turned } =
    known === undefined
      ? await findUprightText(models, stored)
      : { image: turnImage(stored, known), turned: known };
  const { width, height } = image;
  const box = partOf(asked, width, height);

  const cut = withMargin(box, width, height);
  const found = await findTextOn(models, cropImage(image, cut), 0);
  const text = await smoothRoughPrint(found, models.recognise);
  report({ step: 'read', percent: 40 });
  const { readLine, reader, languages: readAs } = await readerOf(plan, text);
  const [left, top] = cut;
  const inside: Box = [box[0] - left, box[1] - top, box[2] - left, box[3] - top];

  async function readAll(boxes: readonly TextBox[]): Promise<BoxedLine[]> {
    const lines: BoxedLine[] = [];
    for (const box of boxes) {
      const line = within(await readAnyWay(readLine, box), inside);
      if (line) lines.push({ line: calibrateLine(line, confidenceScales[reader]), box });
    }
    return lines;
  }
  const readLines = await readAll(text.boxes);
  const lines = readLines.length > 0 ? readLines : await readAll([textBoxOf(inside)]);
  return {
    width,
    height,
    turned,
    skew: text.skew,
    source: 'picture',
    languages: readAs,
    lines: lines.map((line) => moved(line, left, top)),
  };
}

/** @throws EngineError when nothing of the box lies on the page */
function partOf([x0, y0, x1, y1]: Box, width: number, height: number): Box {
  const part: Box = [
    Math.max(0, Math.floor(x0)),
    Math.max(0, Math.floor(y0)),
    Math.min(width, Math.ceil(x1)),
    Math.min(height, Math.ceil(y1)),
  ];
  if (part[0] < part[2] && part[1] < part[3]) return part;
  throw new EngineError(
    'no_such_region',
    `The region lies outside of the page, which is ${width} pixels wide and ${height} high.`,
  );
}

function withMargin([x0, y0, x1, y1]: Box, width: number, height: number): Box {
  const wanted = MARGIN_OF_SIDE * Math.min(x1 - x0, y1 - y0);
  const margin = Math.round(Math.min(MAX_MARGIN, Math.max(MIN_MARGIN, wanted)));
  return [
    Math.max(0, x0 - margin),
    Math.max(0, y0 - margin),
    Math.min(width, x1 + margin),
    Math.min(height, y1 + margin),
  ];
}

/** What of the line stands in the box, by the middles of its words. */
function within(line: Line | null, [x0, y0, x1, y1]: Box): Line | null {
  const words = line?.words.filter(({ box: [left, top, right, bottom] }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return x >= x0 && x <= x1 && y >= y0 && y <= y1;
  });
  return words && words.length > 0 ? lineOfWords(words) : null;
}

function textBoxOf([x0, y0, x1, y1]: Box): TextBox {
  const [width, height] = [x1 - x0, y1 - y0];
  return { centreX: x0 + width / 2, centreY: y0 + height / 2, width, height, angle: 0, coreHeight: height };
}

function moved({ line, box }: BoxedLine, left: number, top: number): BoxedLine {
  const words = line.words.map((word) => ({ ...word, box: movedBox(word.box, left, top) }));
  return {
    line: { ...line, words, box: movedBox(line.box, left, top) },
    box: { ...box, centreX: box.centreX + left, centreY: box.centreY + top },
  };
}

function movedBox([x0, y0, x1, y1]: Box, left: number, top: number): Box {
  return [x0 + left, y0 + top, x1 + left, y1 + top];
}
