import type { PlacedWord } from './typeset-page.ts';

/** A word of a picture and the smallest upright box that holds its ink: left, top, right, bottom in pixels. */
export type WordTruth = { text: string; box: [x0: number, y0: number, x1: number, y1: number] };

type Picture = { pixels: Uint8Array; width: number; height: number };
type Place = (x: number, y: number) => [x: number, y: number];

// Darker than half way from white to black: where the outline of a letter runs.
const INK = 128;
// How far letters reach above and below the base line, in font sizes.
const ABOVE = 0.95;
const BELOW = 0.3;

/**
 * The boxes of the words of a clean picture as they lie after `place` has moved its points. The ink itself is
 * moved, not the box around it: that of a turned word is smaller than the turned box.
 */
export function wordTruth(
  picture: Picture,
  dpi: number,
  words: readonly PlacedWord[],
  place: Place = (x, y) => [x, y],
): WordTruth[] {
  const scale = dpi / 72;
  return words.map(({ text, left, right, baseLine, fontSize }) => {
    const box: WordTruth['box'] = [Infinity, Infinity, -Infinity, -Infinity];
    // Slanted and swinging letters reach a little beyond their width, never as far as the middle of a space.
    const overhang = 0.1 * fontSize;
    const firstColumn = Math.max(0, Math.round((left - overhang) * scale));
    const endColumn = Math.min(picture.width, Math.round((right + overhang) * scale));
    const firstRow = Math.max(0, Math.round((baseLine - ABOVE * fontSize) * scale));
    const endRow = Math.min(picture.height, Math.round((baseLine + BELOW * fontSize) * scale));
    for (let y = firstRow; y < endRow; y++) {
      for (let x = firstColumn; x < endColumn; x++) {
        if ((picture.pixels[y * picture.width + x] ?? 255) < INK) hold(box, place(x + 0.5, y + 0.5));
      }
    }
    return { text, box: [box[0] - 0.5, box[1] - 0.5, box[2] + 0.5, box[3] + 0.5] };
  });
}

function hold(box: WordTruth['box'], [x, y]: [number, number]): void {
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = Math.max(box[2], x);
  box[3] = Math.max(box[3], y);
}

/** Where sharp puts the points of a picture that it turns clockwise and enlarges to hold the turned corners. */
export function turnedPlace({ width, height }: { width: number; height: number }, degrees: number): Place {
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const turnedWidth = Math.abs(width * cos) + Math.abs(height * sin);
  const turnedHeight = Math.abs(width * sin) + Math.abs(height * cos);
  return (x, y) => {
    const fromMiddleX = x - width / 2;
    const fromMiddleY = y - height / 2;
    return [
      turnedWidth / 2 + fromMiddleX * cos - fromMiddleY * sin,
      turnedHeight / 2 + fromMiddleX * sin + fromMiddleY * cos,
    ];
  };
}
