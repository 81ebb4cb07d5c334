// npm run bench:search : measures the search over many pages, on a PostgreSQL of its own.
import './require-node.mjs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { newId } from '#lib/platform/index.ts';
import { writeReport } from './bench-report/write-report.ts';
import { makeWords } from './bench-search/bench-words.ts';
import { seedPages } from './bench-search/seed-pages.ts';
import { migrateDatabase } from './migrate-database.ts';
import { OperatorError } from './operator-error.ts';
import { runTool } from './project.ts';
import { reportFailure } from './report-failure.ts';
import { withScratchDatabase } from './with-scratch-database.ts';

const USAGE = `Usage: npm run bench:search [-- --pages N] [--markdown FILE]

Writes pages into a database of its own and measures how long searches take. Prints Markdown.

  --pages N         pages to search in (default: 100000)
  --markdown FILE   writes the table behind the text of a page (docs/performance-search.md holds the last one)
  --help            this text`;

const VOCABULARY = 30_000;

try {
  const { values } = parseArgs({
    options: {
      pages: { type: 'string', default: '100000' },
      markdown: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await bench(Math.max(1_000, Number(values.pages) || 100_000), values.markdown);
} catch (error) {
  reportFailure(error);
}

async function bench(pages: number, markdown: string | undefined): Promise<void> {
  await withScratchDatabase(async (url) => {
    await migrateDatabase(url);
    const words = makeWords(VOCABULARY);
    const workspaceId = newId();
    console.error(`Writing ${pages} pages.`);
    await seedPages(url, { workspaceId, pages, words, random: Math.random });
    console.error('Searching.');
    const given = [workspaceId, String(VOCABULARY)];
    const measuring = runTool('node', ['lib/cli/bench-search/measure-searches.ts', ...given], {
      DATABASE_URL: url,
    });
    if (measuring.exitCode !== 0) throw new OperatorError(`Searching failed:\n${measuring.stderr.trim()}`);
    const report = `${introduction(pages)}\n\n${measuring.stdout.trim()}\n`;
    console.log(report);
    if (markdown !== undefined) writeReport(markdown, report);
  });
}

function introduction(pages: number): string {
  const machine = `${availableParallelism()} cores (${process.arch}), Node ${process.version}`;
  return [
    `Written by \`npm run bench:search\` on ${new Date().toISOString().slice(0, 10)}, ${machine}: ${pages.toLocaleString('en')} pages of 200 words in one`,
    `workspace, 20 different queries of each kind, ranked, counted and with excerpts. The peer is a plain \`ILIKE\` over the`,
    'same texts in the same run, without ranking or excerpts; ratio: of the medians.',
  ].join('\n');
}
