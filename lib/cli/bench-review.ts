// npm run bench:review : measures the review screen in a browser, on a Lectern of its own.
import './require-node.mjs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import {
  databaseUrlOf,
  endLectern,
  freePort,
  newDataDir,
  startLectern,
  testSettings,
} from '#lib/testing/lectern-process.ts';
import { writeReport } from './bench-report/write-report.ts';
import { type BenchDocument, benchDocumentSchema } from './bench-review/bench-document.ts';
import { measureReview } from './bench-review/measure-review.ts';
import { reviewReport } from './bench-review/review-report.ts';
import { OperatorError } from './operator-error.ts';
import { runTool } from './project.ts';
import { reportFailure } from './report-failure.ts';

const USAGE = `Usage: npm run bench:review [-- --pages N] [--words N] [--markdown FILE]

Starts a Lectern of its own with one long document, and measures in a browser how quickly the review screen answers
and what it keeps in memory. Prints Markdown.

  --pages N         pages of the document (default: 500)
  --words N         words on each page (default: 1000)
  --markdown FILE   writes the tables behind the text of a page (docs/performance-review.md holds the last ones)
  --help            this text`;

try {
  const { values } = parseArgs({
    options: {
      pages: { type: 'string', default: '500' },
      words: { type: 'string', default: '1000' },
      markdown: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await bench(values);
} catch (error) {
  reportFailure(error);
}

async function bench(options: { pages: string; words: string; markdown?: string }): Promise<void> {
  const pages = numberOf('--pages', options.pages, 10);
  const wordsPerPage = numberOf('--words', options.words, 50);
  const { dataDir, remove } = newDataDir();
  console.error('Starting a Lectern.');
  const lectern = await startLectern({ dataDir, port: await freePort() });
  try {
    console.error(`Writing ${pages} pages.`);
    const document = seedDocument(dataDir, pages, wordsPerPage);
    console.error('Reviewing.');
    const report = reviewReport({
      date: new Date().toISOString(),
      machine: { cores: availableParallelism(), architecture: process.arch, node: process.version },
      pages,
      wordsPerPage,
      ...(await measureReview(lectern.url, document, pages)),
    });
    console.log(report);
    if (options.markdown !== undefined) writeReport(options.markdown, report);
  } finally {
    await endLectern(lectern);
    remove();
  }
}

function seedDocument(dataDir: string, pages: number, wordsPerPage: number): BenchDocument {
  const given = ['lib/cli/bench-review/seed-document.ts', String(pages), String(wordsPerPage)];
  const seeding = runTool('node', given, {
    ...testSettings,
    DATABASE_URL: databaseUrlOf(dataDir),
    LECTERN_DATA_DIR: dataDir,
  });
  if (seeding.exitCode !== 0) throw new OperatorError(`Writing pages failed:\n${seeding.stderr.trim()}`);
  return benchDocumentSchema.parse(JSON.parse(seeding.stdout));
}

function numberOf(option: string, text: string, least: number): number {
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new OperatorError(`${option} takes a whole number from ${least}, not "${text}".`);
}
