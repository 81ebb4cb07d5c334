import { assemblePage } from './arrange/assemble-page.ts';
import { type FoundBlock, findBlocks } from './arrange/find-blocks.ts';
import { findGutters } from './arrange/find-gutters.ts';
import { joinRuns, type Run } from './arrange/join-runs.ts';
import { partNotes } from './arrange/margin-notes.ts';
import { partMargins } from './arrange/margin-rows.ts';
import { placeLine } from './arrange/placed-line.ts';
import { readingOrder } from './arrange/reading-order.ts';
import { quartersOf, sideNotes } from './arrange/side-notes.ts';
import { splitAtGutters } from './arrange/split-at-gutters.ts';
import { rowOf, rowsOf, rowsOfBlock } from './arrange/text-row.ts';
import { minColumnGap } from './arrange/word-gaps.ts';
import type { PageReading } from './page-reading.ts';
import type { PageText } from './page-text.ts';
import { rounded } from './rounded.ts';

/**
 * Puts the lines of a page in reading order and tells what they are: the running head, the text, notes along the
 * sides, the running foot. Parts lines that run through a gutter or through several cells of a table.
 */
export function arrangePage({ skew, lines, ...page }: PageText): PageReading {
  const level = lines.filter((line) => quartersOf(line, skew) === 0);
  const turned = lines.filter((line) => quartersOf(line, skew) !== 0);
  const found = level.map(({ line, box }) => placeLine(line, box, skew)).sort((a, b) => a.middle - b.middle);
  const gutters = findGutters(found);
  const runs = joinRuns(splitAtGutters(found, gutters), gutters);
  const { header, body, footer } = partMargins(runs, page.height);
  const { text: main, notes } = partNotes(body);
  const {
    text,
    lines: ordered,
    blocks,
  } = assemblePage([
    ...marginBlock('header', header),
    ...findBlocks(rowsOf(readingOrder(main, gutters)), minColumnGap(found)),
    ...[...notes.map(rowsOfBlock), ...sideNotes(turned, skew)].map((rows) => ({
      type: 'note' as const,
      rows,
    })),
    ...marginBlock('footer', footer),
  ]);
  return {
    text,
    width: page.width,
    height: page.height,
    turned: page.turned,
    angle: rounded((skew * 180) / Math.PI, 2),
    source: page.source,
    ...(page.languages && { languages: page.languages }),
    lines: ordered,
    blocks,
  };
}

function marginBlock(type: 'header' | 'footer', runs: readonly Run[]): FoundBlock[] {
  return runs.length === 0 ? [] : [{ type, rows: [{ ...rowOf(runs), isProse: false }] }];
}
