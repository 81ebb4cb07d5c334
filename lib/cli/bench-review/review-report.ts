import { markdownTable } from '../bench/markdown-table.ts';
import { percentile } from '../bench-report/spread.ts';
import type { ReviewMeasures } from './measure-review.ts';

/** What one run of the bench found, and where. */
export type ReviewBenchResult = ReviewMeasures & {
  date: string;
  machine: { cores: number; architecture: string; node: string };
  pages: number;
  wordsPerPage: number;
};

/** The result as Markdown, for docs/performance-review.md. */
export function reviewReport(result: ReviewBenchResult): string {
  const { date, machine, pages, wordsPerPage, interactions, memory } = result;
  const introduction = [
    `Written by \`npm run bench:review\` on ${date.slice(0, 10)}, ${plural(machine.cores, 'core')} (${machine.architecture}), Node ${machine.node}: a production`,
    `build with its database and Chromium on the same machine, a window of 1440 × 900, and a document of ${plural(pages, 'page')} with`,
    `${wordsPerPage.toLocaleString('en')} words each. Milliseconds from the event to the next picture on the screen, as INP counts them; the browser`,
    'counts in steps of 8 and tells of none below 16. Eight things a second.',
  ].join('\n');
  const times = markdownTable(
    ['what', 'times', 'p50 ms', 'p98 ms', 'most ms'],
    interactions.map(({ name, times: all }) => [
      name,
      String(all.length),
      ...[0.5, 0.98, 1].map((part) => percentile(all, part).toFixed(0)),
    ]),
  );
  const start = memory[0]?.heapBytes ?? 1;
  const kept = markdownTable(
    ['at page', 'heap MB', 'ratio', 'DOM nodes'],
    memory.map(({ page, heapBytes, nodes }) => [
      String(page),
      (heapBytes / 1e6).toFixed(1),
      (heapBytes / start).toFixed(2),
      nodes.toLocaleString('en'),
    ]),
  );
  return `${introduction}\n\n${times}\n\nMemory after a forced collection, while all pages are turned in a row; ratio: to the first.\n\n${kept}\n`;
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
