// npm run bench:ocr : measures our engine against the Tesseract command line, page by page in one run.
import './require-node.mjs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { confidenceScales, type PreparedEngine } from '#lib/engine/index.ts';
import { type BenchResult, benchReport } from './bench/bench-report.ts';
import { fitConfidence } from './bench/fit-confidence.ts';
import { measureScaling } from './bench/measure-scaling.ts';
import { type MeasuredSet, measureSet } from './bench/measure-set.ts';
import { measureStart } from './bench/measure-start.ts';
import { type PageSet, pageSetsOf } from './bench/page-set.ts';
import { reliabilityOf } from './bench/reliability.ts';
import { createTesseractReader, tesseractVersion } from './bench/tesseract-reader.ts';
import { OperatorError } from './operator-error.ts';
import { preparedEngine } from './prepared-engine.ts';
import { runTool } from './project.ts';
import { reportFailure } from './report-failure.ts';

const USAGE = `Usage: npm run bench:ocr [-- --corpus DIR…] [--pages N] [--json FILE] [--markdown FILE]

Reads pages with Lectern's engine and with the Tesseract command line, if that is installed, one page after the
other, and prints how well and how dearly each reads, as Markdown. It draws pages of which everything is known:
dense ones, clean and degraded, columns and receipts.

  --corpus DIR      also reads the images in DIR, or in each of its folders, that stand beside a text file of the
                    same name with what the image shows; may be given several times
  --no-drawn        leaves the drawn pages out
  --pages N         at most N pages of each set (default: 3 drawn ones, all of a corpus)
  --seed N          draws other pages (default: 0)
  --no-tesseract    our own figures only
  --scaling         also the start of a child, and pages a second with 1 process to as many as there
                    are cores
  --json FILE       writes the figures of every page
  --markdown FILE   writes the tables (docs/performance.md holds the last ones)
  --fit-confidence  also prints the scale that makes the confidences of these pages true, for
                    lib/engine/read/calibrate-confidence.ts
  --help            this text`;

const DRAWN_PAGES = 3;
const NO_CHILDREN = { startSeconds: null, scaling: null };

try {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      corpus: { type: 'string', multiple: true, default: [] },
      drawn: { type: 'boolean', default: true },
      pages: { type: 'string' },
      seed: { type: 'string', default: '0' },
      tesseract: { type: 'boolean', default: true },
      scaling: { type: 'boolean', default: false },
      json: { type: 'string' },
      markdown: { type: 'string' },
      'fit-confidence': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await bench(values);
} catch (error) {
  reportFailure(error);
}

type Options = {
  corpus: string[];
  drawn: boolean;
  pages?: string;
  seed: string;
  tesseract: boolean;
  scaling: boolean;
  json?: string;
  markdown?: string;
  'fit-confidence': boolean;
};

async function bench(options: Options): Promise<void> {
  const limit = options.pages === undefined ? undefined : numberOf('--pages', options.pages, 1);
  const seed = numberOf('--seed', options.seed, 0);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-pages-'));
  try {
    const corpora = await Promise.all(options.corpus.map((corpus) => pageSetsOf(corpus, limit)));
    if (options.drawn) drawPages(folder, limit ?? DRAWN_PAGES, seed);
    const sets = [...corpora.flat(), ...(options.drawn ? await pageSetsOf(folder) : [])];
    if (sets.length === 0) throw new OperatorError('Nothing to read: name a folder with --corpus.');
    await measure(sets, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function numberOf(option: string, text: string, least: number): number {
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new OperatorError(`${option} takes a whole number from ${least}, not "${text}".`);
}

// By a process of its own: what makes test pages is no part of what is shipped.
function drawPages(folder: string, pages: number, seed: number): void {
  const script = ['lib/testing/make-bench-pages.ts', folder, String(pages), String(seed)];
  const { exitCode, stderr } = runTool('node', script);
  if (exitCode === 0) return;
  throw new OperatorError(`The pages could not be drawn. Use --corpus and --no-drawn.\n${stderr}`);
}

async function measure(sets: readonly PageSet[], options: Options): Promise<void> {
  const version = options.tesseract ? await tesseractVersion() : null;
  console.error(
    version === null
      ? 'Without Tesseract: only our own figures are measured. It comes with the package tesseract-ocr.'
      : `Comparing with Tesseract ${version}.`,
  );
  const prepared = await preparedEngine();
  const measured = await measureSets(sets, version !== null, prepared);
  const words = measured.map((set) => set.words);
  const result: BenchResult = {
    date: new Date().toISOString(),
    machine: { cores: availableParallelism(), architecture: process.arch, node: process.version },
    tesseract: version,
    sets: measured.map(({ figures }) => figures),
    reliability: reliabilityOf(words.flat()),
    ...(options.scaling ? await measureChildren(sets, version !== null, prepared) : NO_CHILDREN),
  };
  const report = benchReport(result);
  console.log(report);
  if (options['fit-confidence']) console.log(scaleNote(fitConfidence(confidenceScales.english, words)));
  if (options.markdown !== undefined) await writeFile(options.markdown, report);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
}

async function measureSets(
  sets: readonly PageSet[],
  withTesseract: boolean,
  prepared: PreparedEngine | null,
): Promise<MeasuredSet[]> {
  const tesseract = withTesseract ? await createTesseractReader() : null;
  const measured: MeasuredSet[] = [];
  try {
    for (const set of sets) {
      console.error(`Reading ${set.name}, ${set.pages.length} ${set.pages.length === 1 ? 'page' : 'pages'}.`);
      measured.push(await measureSet(set, tesseract, prepared));
    }
  } finally {
    await tesseract?.close();
  }
  return measured;
}

// The start is told by the last set's first page: a receipt, of those that are drawn. A dense page, the first of
// the first set, keeps the children busy.
async function measureChildren(
  sets: readonly PageSet[],
  withTesseract: boolean,
  prepared: PreparedEngine | null,
): Promise<Pick<BenchResult, 'startSeconds' | 'scaling'>> {
  const short = sets.at(-1)?.pages[0];
  const dense = sets.find(({ name }) => name.startsWith('dense'))?.pages[0] ?? short;
  if (!short || !dense) return NO_CHILDREN;
  console.error('Starting children.');
  return {
    startSeconds: await measureStart(short.file, prepared),
    scaling: await measureScaling(dense.file, availableParallelism(), prepared, withTesseract),
  };
}

function scaleNote({ slope, offset }: { slope: number; offset: number }): string {
  return `english: { slope: ${slope.toFixed(2)}, offset: ${offset.toFixed(2)} }`;
}
