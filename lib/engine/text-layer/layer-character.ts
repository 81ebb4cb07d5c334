import type { PdfCharacter } from '../open/pdfium-characters.ts';
import type { Transform } from '../open/pdfium-page.ts';
import type { Box } from '../page-reading.ts';

/** One character of a text layer, in pixels of the upright page (y runs down). */
export type LayerCharacter = {
  /** A space where a word ends; empty where the file does not tell which letter this is. */
  text: string;
  /** Around its ink. */
  box: Box;
  /** Where it stands on its base line. */
  x: number;
  y: number;
  /** Of its line; radians, clockwise. */
  angle: number;
  /** Size of the font. */
  em: number;
  invisible: boolean;
  object: number;
};

const SOFT_HYPHEN = 0xad;
/** What PDFium answers for a hyphen at the end of a line. */
const LINE_END_HYPHEN = 0x02;
const SPACE = /^[\s\u2000-\u200b\u3000]$/u;
const FORMATTING = /^[\u200c-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/u;
// Of Latin letters, and the shapes that Arabic letters have within words.
const LIGATURE = /^[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]$/u;
// No letter: replacement character, control, private use, surrogate, unassigned.
const NO_LETTER = /^[\ufffd\p{Cc}\p{Co}\p{Cs}\p{Cn}]$/u;

/** The characters that are seen or part words, with their letters. Ligatures are taken apart. */
export function layerCharacters(characters: readonly PdfCharacter[], transform: Transform): LayerCharacter[] {
  return characters.flatMap((character) => {
    const text = textOf(character);
    return text === null ? [] : [placed(character, text, transform)];
  });
}

/** Null for what is neither seen nor parts words. */
function textOf({ code, hyphen, unmapped, invisible, generated }: PdfCharacter): string | null {
  if (hyphen || code === LINE_END_HYPHEN) return '-';
  if (code === SOFT_HYPHEN) return null;
  const text = code <= 0x10ffff ? String.fromCodePoint(code) : '';
  if (SPACE.test(text)) return ' ';
  if (generated || FORMATTING.test(text)) return null;
  // What programs recognised on a scan often lacks the table that tells letters, but its codes are letters.
  if ((unmapped && !invisible) || NO_LETTER.test(text)) return '';
  return LIGATURE.test(text) ? text.normalize('NFKC') : text;
}

function placed(
  { box, origin, direction, size, invisible, object }: PdfCharacter,
  text: string,
  { a, b, c, d, e, f }: Transform,
): LayerCharacter {
  const x = (u: number, v: number) => a * u + c * v + e;
  const y = (u: number, v: number) => b * u + d * v + f;
  const [left, bottom, right, top] = box;
  const xs = [x(left, bottom), x(right, top)] as const;
  const ys = [y(left, bottom), y(right, top)] as const;
  const [along, up] = direction;
  return {
    text,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    x: x(...origin),
    y: y(...origin),
    angle: Math.atan2(b * along + d * up, a * along + c * up),
    em: size * Math.hypot(c, d),
    invisible,
    object,
  };
}
