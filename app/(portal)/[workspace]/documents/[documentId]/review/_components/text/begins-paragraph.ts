import type { ExtractionLine } from '#lib/contracts/index.ts';

/** A gap of more than this part of a line's height parts two paragraphs. */
const GAP = 0.8;

/** Whether a line stands apart from the one before it on the page: after a gap, or at the top of a column. */
export function beginsParagraph(
  previous: Pick<ExtractionLine, 'box'> | undefined,
  line: Pick<ExtractionLine, 'box'>,
): boolean {
  if (!previous?.box || !line.box) return false;
  const height = previous.box[3] - previous.box[1];
  return line.box[1] - previous.box[3] > GAP * height || line.box[3] < previous.box[1];
}
