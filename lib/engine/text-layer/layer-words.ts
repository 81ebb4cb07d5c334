import type { PageSize } from '../document-info.ts';
import type { Box } from '../page-reading.ts';
import { hasRightToLeft } from '../reading-direction.ts';
import type { LayerCharacter } from './layer-character.ts';
import { isOnLineOf, type LetterPlace, letterPlace } from './letter-place.ts';
import { isInReach, partsOfWord } from './right-to-left-word.ts';

/** A word of a text layer, in pixels of the upright page. */
export type LayerWord = {
  /** Without the letters that the file does not tell; `complete` when there are none. */
  text: string;
  complete: boolean;
  /** Around its ink. */
  box: Box;
  angle: number;
  em: number;
  /** Where it begins and ends along its line, and the line's distance from the page's corner. */
  start: number;
  end: number;
  baseline: number;
  invisible: boolean;
};

// PDFium tells most ends of words. A letter that stands elsewhere than behind the last one begins a word too.
const MAX_GAP_EM = 1;
const MAX_STEP_BACK_EM = 0.6;
// The longest addresses on the web that people print; more is a page that means to cost time.
const MAX_LETTERS = 2_000;
// Of fonts without ink, such as those that hold what was recognised on a scan.
const ASCENT_EM = 0.75;
const DESCENT_EM = 0.2;

/** The words on the page, in the order of the layer. What lies outside the page is left out. */
export function layerWords(characters: readonly LayerCharacter[], page: PageSize): LayerWord[] {
  const words: LayerWord[] = [];
  let letters: LayerCharacter[] = [];
  let last: LetterPlace | null = null;
  let isRightToLeft = false;

  function end(): void {
    const parts = isRightToLeft ? partsOfWord(letters) : [letters];
    words.push(...parts.flatMap((part) => wordOf(part, page) ?? []));
    letters = [];
    last = null;
    isRightToLeft = false;
  }

  for (const character of characters) {
    if (character.text === ' ') {
      end();
      continue;
    }
    const here = letterPlace(character);
    const runsLeft = isRightToLeft || hasRightToLeft(character.text);
    const goesOn = last && (runsLeft ? isInReach : follows)(last, here, character.em);
    if (letters.length === MAX_LETTERS || !goesOn) end();
    isRightToLeft ||= hasRightToLeft(character.text);
    letters.push(character);
    last = here;
  }
  end();
  return words;
}

function follows(last: LetterPlace, next: LetterPlace, em: number): boolean {
  return (
    isOnLineOf(last, next, em) &&
    next.start - last.end < MAX_GAP_EM * em &&
    last.end - next.start < MAX_STEP_BACK_EM * em
  );
}

function wordOf(letters: readonly LayerCharacter[], { width, height }: PageSize): LayerWord | null {
  const boxes = letters.map(boxOf);
  const box: Box = [
    Math.floor(Math.min(...boxes.map(([x0]) => x0))),
    Math.floor(Math.min(...boxes.map(([, y0]) => y0))),
    Math.ceil(Math.max(...boxes.map(([, , x1]) => x1))),
    Math.ceil(Math.max(...boxes.map(([, , , y1]) => y1))),
  ];
  const [centreX, centreY] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const onPage = centreX >= 0 && centreY >= 0 && centreX <= width && centreY <= height;
  const places = letters.map(letterPlace);
  const [first] = places;
  const [firstLetter] = letters;
  if (!onPage || !first || !firstLetter) return null;
  const text = letters
    .map((letter) => letter.text)
    .join('')
    .normalize('NFC');
  return {
    text,
    complete: letters.every((letter) => letter.text !== ''),
    box: [
      Math.max(0, box[0]),
      Math.max(0, box[1]),
      Math.min(width, Math.max(box[2], box[0] + 1)),
      Math.min(height, Math.max(box[3], box[1] + 1)),
    ],
    angle: first.angle,
    em: Math.max(...letters.map(({ em }) => em)),
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map((one) => one.end)),
    baseline: first.baseline,
    invisible: letters.every(({ invisible }) => invisible),
  };
}

function boxOf({ box, x, y, em, angle }: LayerCharacter): Box {
  const [x0, y0, x1, y1] = box;
  if (x1 > x0 && y1 > y0) return box;
  const [rightX, rightY] = [Math.cos(angle), Math.sin(angle)];
  const corners = [-ASCENT_EM, DESCENT_EM].flatMap((down) =>
    [0, ASCENT_EM / 2].map((along) => [
      x + em * (along * rightX - down * rightY),
      y + em * (along * rightY + down * rightX),
    ]),
  );
  const [xs, ys] = [corners.map(([cx = x]) => cx), corners.map(([, cy = y]) => cy)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
