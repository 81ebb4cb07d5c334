import { cornersOf, type TextBox } from '../find/text-box.ts';
import type { UprightText } from '../orient/find-upright-text.ts';
import type { Word } from '../page-reading.ts';
import type { PageText } from '../page-text.ts';
import { editDistance } from './edit-distance.ts';

// Five lines of a page hold some 300 letters: enough to tell one wrong letter in 60.
const SAMPLE_LINES = 5;
// Our own reading is wrong in 0.001 (print) to 0.02 (old scans) of its letters; a layer that differs by more is worse.
const MAX_DIFFERENCE = 0.015;
// What is read in a box that the layer leaves free: a word, surely.
const MISSED_CONFIDENCE = 0.8;
const MISSED_LETTERS = 3;
// The mark of an uncorrected recognition: a stroke in place of I ("so | went", "|t is"), too few letters to count.
const STROKE_FOR_LETTER = /(?<![^\s"'(\u2018\u201c])\|\s?\p{Ll}/u;

/**
 * Whether a text layer says what the picture of the page shows, judged by reading a few of its longest lines, a few
 * of those that the layer leaves out, and a few with strokes that may be letters.
 */
export async function agreesWithPicture(layer: PageText, picture: UprightText): Promise<boolean> {
  if (layer.turned !== picture.turned) return false;
  const words = layer.lines.flatMap(({ line }) => line.words);
  const boxes = picture.boxes
    .toSorted((a, b) => b.width / b.height - a.width / a.height)
    .map((box) => ({ box, said: textOf(wordsIn(box, words), box) }));
  for (const { box } of boxes.filter(({ said }) => said === '').slice(0, SAMPLE_LINES)) {
    const line = await picture.readLine(box);
    if (line && line.confidence >= MISSED_CONFIDENCE && lettersIn(line.text) >= MISSED_LETTERS) return false;
  }
  for (const { box } of boxes.filter(({ said }) => STROKE_FOR_LETTER.test(said)).slice(0, SAMPLE_LINES))
    if ((await picture.readLine(box))?.text.includes('|') === false) return false;
  let read = 0;
  let differing = 0;
  for (const { box, said } of boxes.filter((one) => one.said !== '').slice(0, SAMPLE_LINES)) {
    const [seen, told] = [plain((await picture.readLine(box))?.text ?? ''), plain(said)];
    differing += editDistance(seen, told);
    read += Math.max(seen.length, told.length);
  }
  return read > 0 && differing <= MAX_DIFFERENCE * read;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function wordsIn(box: TextBox, words: readonly Word[]): Word[] {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  return words.filter(({ box: [x0, y0, x1, y1] }) => {
    const [x, y] = [(x0 + x1) / 2 - box.centreX, (y0 + y1) / 2 - box.centreY];
    return Math.abs(x * cos + y * sin) < box.width / 2 && Math.abs(y * cos - x * sin) < box.height / 2;
  });
}

function textOf(words: readonly Word[], box: TextBox): string {
  const [topLeft, topRight] = cornersOf(box);
  const isHigh =
    topLeft && topRight && Math.abs(topRight[1] - topLeft[1]) > Math.abs(topRight[0] - topLeft[0]);
  const along = isHigh ? 1 : 0;
  return words
    .toSorted((a, b) => a.box[along] - b.box[along])
    .map(({ text }) => text)
    .join(' ');
}

// Accents, quotes and dashes have many forms, which models and layers tell apart differently without being wrong.
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\s\p{M}]/gu, '')
    .replaceAll(/[\u2018\u2019`]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll(/\p{Pd}/gu, '-');
}
