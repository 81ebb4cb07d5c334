import type { TextSegment } from '#lib/contracts/index.ts';
import { foldText } from './fold-text.ts';

/** Words shown of a page, and how many of them before the first one that was found. */
const SHOWN = 28;
const BEFORE = 6;
/** Characters on each side of what was found inside a text without blanks. */
const AROUND = 40;

/** The part of a text with most of the words for which `isHit` holds, in segments; null when there is none. */
export function excerptOfWords(text: string, isHit: (word: string) => boolean): TextSegment[] | null {
  const words = wordsIn(text);
  const hits = words.flatMap((word, place) => (isHit(word) ? [place] : []));
  const best = startOfBestWindow(hits);
  if (best < 0) return null;
  const from = Math.max(0, best - BEFORE);
  const shown = words.slice(from, from + SHOWN);
  const found = new Set(hits);
  const segments: TextSegment[] = from > 0 ? [{ text: '… ', hit: false }] : [];
  for (const [index, word] of shown.entries()) {
    segments.push({ text: word, hit: found.has(from + index) }, { text: ' ', hit: false });
  }
  segments.pop();
  if (from + SHOWN < words.length) segments.push({ text: ' …', hit: false });
  return joined(segments);
}

/** Of ascending places, the first one from which on most of them stand in what is shown; -1 when there is none. */
function startOfBestWindow(places: readonly number[]): number {
  let best = { start: places[0] ?? -1, count: 0 };
  let end = 0;
  for (const [index, start] of places.entries()) {
    while ((places[end] ?? Number.POSITIVE_INFINITY) < start + SHOWN - BEFORE) end++;
    if (end - index > best.count) best = { start, count: end - index };
  }
  return best.start;
}

/** A piece of the text around the first place of any of `texts`; its beginning when none is there. */
export function excerptAround(text: string, texts: readonly string[]): TextSegment[] {
  const flat = wordsIn(text).join(' ');
  const folded = foldText(flat);
  // Where folding changed the length, places in one are none in the other.
  const places = folded.length === flat.length ? texts.map(foldText) : [];
  for (const wanted of places) {
    const at = folded.indexOf(wanted);
    if (at < 0) continue;
    const end = at + wanted.length;
    const from = Math.max(0, at - AROUND);
    const to = Math.min(flat.length, end + AROUND);
    return [
      { text: `${from > 0 ? '…' : ''}${flat.slice(from, at)}`, hit: false },
      { text: flat.slice(at, end), hit: true },
      { text: `${flat.slice(end, to)}${to < flat.length ? '…' : ''}`, hit: false },
    ].filter((segment) => segment.text !== '');
  }
  const begin = flat.slice(0, 3 * AROUND);
  return begin ? [{ text: begin.length < flat.length ? `${begin}…` : begin, hit: false }] : [];
}

export function wordsIn(text: string): string[] {
  return text.match(/\S+/gu) ?? [];
}

function joined(segments: readonly TextSegment[]): TextSegment[] {
  const runs: TextSegment[] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last && last.hit === segment.hit) last.text += segment.text;
    else runs.push({ ...segment });
  }
  return runs;
}
