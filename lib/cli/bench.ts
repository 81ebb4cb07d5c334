// npm run bench [-- FOLDER…] : measures our engine against the Tesseract command line, page by page in one run.
import './require-node.mjs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createLecternReader } from './bench/lectern-reader.ts';
import { measureSet, type SetFigures } from './bench/measure-set.ts';
import { type PageSet, pageSetOf } from './bench/page-set.ts';
import { resultTable } from './bench/result-table.ts';
import { createTesseractReader, tesseractVersion } from './bench/tesseract-reader.ts';
import { OperatorError } from './operator-error.ts';
import { runTool } from './project.ts';
import { reportFailure } from './report-failure.ts';

const USAGE = `Usage: npm run bench [-- FOLDER…] [--pages N] [--json]

Reads pages with Lectern's engine and with the Tesseract command line, if that is installed, one page after the
other, and prints how well and how dearly each reads. A folder holds images, each beside a text file of the same
name with what the image shows. Without a folder, pages with known text are generated.

  --pages N  at most N pages of each set (default: 3 generated ones, all of a folder)
  --json     the figures of every page as JSON instead of a table
  --help     this text`;

const GENERATED_PAGES = 3;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pages: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await bench(positionals, pageLimit(values.pages), values.json);
} catch (error) {
  reportFailure(error);
}

function pageLimit(pages: string | undefined): number | undefined {
  if (pages === undefined || /^[1-9]\d*$/.test(pages)) return pages === undefined ? undefined : Number(pages);
  throw new OperatorError(`--pages takes a number of pages from 1, not "${pages}".`);
}

async function bench(folders: readonly string[], limit: number | undefined, asJson: boolean): Promise<void> {
  if (folders.length > 0) {
    const sets = await Promise.all(folders.map((folder) => pageSetOf(folder, limit)));
    await compare(sets, asJson);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-pages-'));
  try {
    await compare(await generateSets(folder, limit ?? GENERATED_PAGES), asJson);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// By a process of its own: what makes test pages is no part of what is shipped.
async function generateSets(folder: string, pages: number): Promise<PageSet[]> {
  const { exitCode, stderr } = runTool('node', ['lib/testing/make-bench-pages.ts', folder, String(pages)]);
  if (exitCode !== 0) {
    throw new OperatorError(`The pages could not be generated. Name a folder of pages instead.\n${stderr}`);
  }
  const kinds = (await readdir(folder)).sort();
  return await Promise.all(kinds.map((kind) => pageSetOf(join(folder, kind))));
}

async function compare(sets: readonly PageSet[], asJson: boolean): Promise<void> {
  const version = await tesseractVersion();
  console.error(
    version === null
      ? 'Tesseract is not installed: only our own figures are measured. It comes with the package tesseract-ocr.'
      : `Comparing with Tesseract ${version}.`,
  );
  const lectern = createLecternReader();
  const tesseract = version === null ? null : await createTesseractReader();
  const figures: SetFigures[] = [];
  try {
    for (const page of sets[0]?.pages.slice(0, 1) ?? []) await lectern.read(page.file);
    for (const set of sets) {
      console.error(
        `Reading ${set.name}, ${set.pages.length === 1 ? '1 page' : `${set.pages.length} pages`}.`,
      );
      figures.push(await measureSet(set, lectern, tesseract));
    }
  } finally {
    await Promise.all([lectern.close(), tesseract?.close()]);
  }
  const machine = { cores: availableParallelism(), architecture: process.arch, node: process.version };
  const result = { date: new Date().toISOString(), machine, tesseract: version, sets: figures };
  console.log(asJson ? JSON.stringify(result, null, 2) : resultTable(figures));
}
