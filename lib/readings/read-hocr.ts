import { type LayoutPage, LayoutProblem, type LayoutWord, layoutLine, plainText } from './layout-file.ts';
import type { Box } from './read-page.ts';
import { walkMarkup } from './walk-markup.ts';

type Part = 'page' | 'line' | 'word';
type OpenLine = { box: Box | null; text: string; words: LayoutWord[] };
type OpenWord = { box: Box | null; text: string; confidence: number | null };

const PARTS: Readonly<Record<string, Part>> = {
  ocr_page: 'page',
  ocr_line: 'line',
  ocrx_line: 'line',
  ocr_header: 'line',
  ocr_caption: 'line',
  ocr_textfloat: 'line',
  ocrx_word: 'word',
  ocr_word: 'word',
};

/** Pages, lines and words of hOCR 1.0 to 1.2, written as XHTML or as HTML. @throws LayoutProblem */
export function readHocr(text: string): LayoutPage[] {
  const pages: LayoutPage[] = [];
  const parts: (Part | null)[] = [];
  let line: OpenLine | null = null;
  let word: OpenWord | null = null;

  walkMarkup(text, 'html', {
    open(_, { class: classes = '', title = '' }, fail) {
      const part = startOf(partOf(classes));
      parts.push(part);
      if (part === null) return;
      const box = boxIn(title, fail);
      if (part === 'page') pages.push({ ...sizeOf(box), lines: [] });
      else if (part === 'line') line = { box, text: '', words: [] };
      else word = { box, text: '', confidence: confidenceIn(title) };
    },
    close() {
      const part = parts.pop();
      if (part === 'word' && line && word) {
        line.words.push({ ...word, text: plainText(word.text), isCorrected: false });
        word = null;
      } else if (part === 'line' && line) {
        const whole = layoutLine(plainText(line.text), line.box, line.words);
        if (whole) pages.at(-1)?.lines.push(whole);
        line = null;
      }
    },
    text(more) {
      if (line) line.text += more;
      if (word) word.text += more;
    },
  });
  if (pages.length === 0)
    throw new LayoutProblem('The file has no page: no element is of the class ocr_page.');
  return pages;

  /** Lines stand in pages, words in lines; what is nested otherwise belongs to what is open. */
  function startOf(part: Part | null): Part | null {
    if (part === 'line') return pages.length > 0 && !line ? 'line' : null;
    if (part === 'word') return line && !word ? 'word' : null;
    return part === 'page' && !line ? 'page' : null;
  }
}

function partOf(classes: string): Part | null {
  for (const name of classes.split(/\s+/)) {
    const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (part) return part;
  }
  return null;
}

/** Null when there is none. */
function boxIn(title: string, fail: (problem: string) => never): Box | null {
  const told = /(?:^|;)\s*bbox\b([^;]*)/.exec(title)?.[1];
  if (told === undefined) return null;
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = told
    .trim()
    .split(/\s+/)
    .map(Number);
  const box: Box = [x0, y0, x1, y1];
  if (!box.every(Number.isFinite) || x1 < x0 || y1 < y0)
    fail('bbox is to be four numbers: left top right bottom.');
  return box;
}

function confidenceIn(title: string): number | null {
  const percent = Number(/(?:^|;)\s*x_wconf\s+([\d.]+)/.exec(title)?.[1] ?? Number.NaN);
  return Number.isFinite(percent) ? Math.min(1, percent / 100) : null;
}

/** Pages that could not be read are written with an empty box. */
function sizeOf(box: Box | null): Pick<LayoutPage, 'width' | 'height'> {
  const [x0, y0, x1, y1] = box ?? [0, 0, 0, 0];
  return x1 > x0 && y1 > y0 ? { width: x1, height: y1 } : { width: null, height: null };
}
