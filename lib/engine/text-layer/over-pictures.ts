import type { Box } from '../page-reading.ts';

// A caption within a figure is no sign of an earlier recognition, a tenth of the page's words is.
const MAX_SHARE = 0.1;

/** Whether words stand on pictures, as those that a program recognised on a scan do, or are not drawn at all. */
export function overPictures(
  words: readonly { box: Box; invisible: boolean }[],
  pictures: readonly Box[],
): boolean {
  const over = words.filter(
    ({ box, invisible }) => invisible || pictures.some((picture) => isWithin(box, picture)),
  );
  return over.length > MAX_SHARE * words.length;
}

function isWithin([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= left && x <= right && y >= top && y <= bottom;
}
