// npm run --silent ocr -- FILE… : reads files straight with the engine and prints their text.
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createEnginePool, type EnginePool, type PageReading } from '#lib/engine/index.ts';

const USAGE = `Usage: npm run --silent ocr -- FILE… [--format txt|json] [--stats]

Reads PDFs and images (JPEG, PNG, WebP, TIFF, GIF, AVIF) and prints their text.

  --format txt   text; pages of one file are parted by form feeds (default)
  --format json  [{ "file", "pages": [{ "text", "width", "height", "angle", "lines" }] }]
  --stats        pages, time and memory on stderr
  --help         this text

A file or page that cannot be read is named on stderr and left out (an empty page, or null in JSON); the others are
still read. The exit code is then 1.`;

type Format = 'txt' | 'json';
type ReadFile = { file: string; pages: (PageReading | null)[] };

// A reader that has seen enough (head, less) closes the pipe: that is no error.
process.stdout.on('error', () => process.exit());

const command = parseCommand();
if (typeof command === 'string') {
  console.error(command);
  process.exitCode = 2;
} else if (command.help) {
  console.log(USAGE);
} else {
  await readFiles(command.files, command.format, command.stats);
}

function parseCommand(): string | { files: string[]; format: Format; stats: boolean; help: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'txt' },
        stats: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { format, stats, help } = values;
    if (help) return { files: [], format: 'txt', stats, help };
    if (format !== 'txt' && format !== 'json') return `--format is txt or json, not "${format}".`;
    if (positionals.length === 0) return USAGE;
    return { files: positionals, format, stats, help };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function readFiles(files: readonly string[], format: Format, stats: boolean): Promise<void> {
  const startedAt = performance.now();
  const cost: Cost = { pages: 0, cpuMs: 0, peakResidentBytes: 0 };
  const pool = createEnginePool({
    processes: availableParallelism(),
    onEvent(event) {
      if (event.type !== 'task_ended' || event.task !== 'readPage' || !event.usage) return;
      cost.pages += 1;
      cost.cpuMs += event.usage.cpuMs;
      cost.peakResidentBytes = Math.max(cost.peakResidentBytes, event.usage.peakResidentBytes);
    },
  });
  // All files go to the pool at once; printing follows the order of the command line.
  const reading = files.map((file) => readFile(pool, file));
  if (format === 'json') {
    const results = (await Promise.all(reading)).filter((result) => result !== null);
    console.log(JSON.stringify(results));
  } else {
    await printTexts(reading, files.length > 1);
  }
  await pool.close();
  if (stats) printStats(cost, performance.now() - startedAt);
}

type Cost = { pages: number; cpuMs: number; peakResidentBytes: number };

function printStats({ pages, cpuMs, peakResidentBytes }: Cost, wallMs: number): void {
  const figures = [
    pages === 1 ? '1 page' : `${pages} pages`,
    `${Math.round(wallMs)} ms wall`,
    `${Math.round(cpuMs / Math.max(1, pages))} ms cpu a page`,
    `${Math.round(peakResidentBytes / 2 ** 20)} MB child at most`,
  ];
  console.error(figures.join(', '));
}

/** The pages of a file; null in place of what cannot be read, which is said on stderr. */
async function readFile(pool: EnginePool, file: string): Promise<ReadFile | null> {
  const info = await orSay(file, pool.inspect(file));
  if (!info) return null;
  const readings = info.pages.map((_, index) => {
    const page = index + 1;
    const place = info.pages.length > 1 ? `${file}, page ${page}` : file;
    return orSay(place, pool.readPage({ file, page }));
  });
  const pages = await Promise.all(readings);
  return pages.some((reading) => reading !== null) ? { file, pages } : null;
}

async function orSay<Result>(place: string, work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    console.error(`${place}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
    return null;
  }
}

async function printTexts(reading: readonly Promise<ReadFile | null>[], withNames: boolean): Promise<void> {
  let separator = '';
  for (const pending of reading) {
    const result = await pending;
    if (!result) continue;
    const name = withNames ? `==> ${basename(result.file)} <==\n` : '';
    const text = result.pages.map((page) => page?.text ?? '').join('\f');
    process.stdout.write(`${separator}${name}${text}\n`);
    separator = '\n';
  }
}
