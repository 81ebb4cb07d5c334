import { type LayoutPage, LayoutProblem, type LayoutWord, layoutLine, plainText } from './layout-file.ts';
import type { Box } from './read-page.ts';
import { type Attributes, walkMarkup } from './walk-markup.ts';

type Fail = (problem: string) => never;
/** `gaps`: before which of the words a blank stands, as far as the file tells. */
type OpenLine = { box: Box | null; words: LayoutWord[]; gaps: Set<number> };

/** Pages, lines and strings of ALTO 2 to 4, whatever their unit of length. @throws LayoutProblem */
export function readAlto(text: string): LayoutPage[] {
  const pages: LayoutPage[] = [];
  let line: OpenLine | null = null;
  let isUnit = false;
  let unit = '';

  walkMarkup(text, 'xml', {
    open(name, attributes, fail) {
      if (name === 'MeasurementUnit') isUnit = true;
      else if (name === 'Page') pages.push({ ...sizeOf(attributes, fail), lines: [] });
      else if (name === 'TextLine') line = { box: boxOf(attributes, fail), words: [], gaps: new Set() };
      else if (line && name === 'String') line.words.push(wordOf(attributes, fail));
      else if (line && name === 'SP') line.gaps.add(line.words.length);
      else if (line && name === 'HYP') joinHyphen(line, attributes, fail);
    },
    close(name) {
      if (name === 'MeasurementUnit') isUnit = false;
      if (name !== 'TextLine' || !line) return;
      const whole = layoutLine(textOf(line), line.box, line.words);
      if (whole) pages.at(-1)?.lines.push(whole);
      line = null;
    },
    text(more) {
      if (isUnit) unit += more;
    },
  });
  if (pages.length === 0) throw new LayoutProblem('The file has no page: there is no element <Page>.');
  const isInPixels = unit.trim() === '' || unit.trim() === 'pixel';
  const lacksSize = pages.findIndex(({ width, lines }) => width === null && lines.length > 0);
  if (!isInPixels && lacksSize >= 0) {
    throw new LayoutProblem(
      `Page ${lacksSize + 1} of the file tells no WIDTH and HEIGHT, so that its places in ${unit.trim()} mean nothing.`,
    );
  }
  return pages;
}

function wordOf(attributes: Attributes, fail: Fail): LayoutWord {
  const { CONTENT: content, CS: corrected } = attributes;
  if (content === undefined) return fail('CONTENT is missing.');
  const confidence = numberOf(attributes, 'WC', fail);
  return {
    text: plainText(content),
    confidence: confidence === null ? null : Math.min(1, Math.max(0, confidence)),
    box: boxOf(attributes, fail),
    isCorrected: corrected === 'true' || corrected === '1',
  };
}

/** A hyphen at the end of a line belongs to the word before it. */
function joinHyphen({ words, gaps }: OpenLine, attributes: Attributes, fail: Fail): void {
  const last = words.at(-1);
  const hyphen = plainText(attributes.CONTENT ?? '');
  if (!last || hyphen === '' || last.text.endsWith(hyphen)) return;
  const box = boxOf(attributes, fail);
  gaps.delete(words.length);
  last.text += hyphen;
  if (last.box && box) {
    const [x0, y0, x1, y1] = last.box;
    last.box = [Math.min(x0, box[0]), Math.min(y0, box[1]), Math.max(x1, box[2]), Math.max(y1, box[3])];
  }
}

/** Programs that never write a blank mean one between all strings. */
function textOf({ words, gaps }: OpenLine): string {
  const isBetween = (place: number) => gaps.size === 0 || gaps.has(place);
  const parts = words.map(({ text }, place) => (place > 0 && isBetween(place) ? ` ${text}` : text));
  return plainText(parts.join(''));
}

function sizeOf(attributes: Attributes, fail: Fail): Pick<LayoutPage, 'width' | 'height'> {
  const width = numberOf(attributes, 'WIDTH', fail) ?? 0;
  const height = numberOf(attributes, 'HEIGHT', fail) ?? 0;
  return width > 0 && height > 0 ? { width, height } : { width: null, height: null };
}

/** Null where the file does not say all of it. */
function boxOf(attributes: Attributes, fail: Fail): Box | null {
  const left = numberOf(attributes, 'HPOS', fail);
  const top = numberOf(attributes, 'VPOS', fail);
  const width = numberOf(attributes, 'WIDTH', fail);
  const height = numberOf(attributes, 'HEIGHT', fail);
  if (left === null || top === null || width === null || height === null) return null;
  if (width < 0 || height < 0) fail('WIDTH and HEIGHT are not to be negative.');
  return [left, top, left + width, top + height];
}

function numberOf(attributes: Attributes, name: string, fail: Fail): number | null {
  const told = attributes[name]?.trim();
  if (told === undefined || told === '') return null;
  const number = Number(told);
  return Number.isFinite(number) ? number : fail(`${name} is to be a number.`);
}
