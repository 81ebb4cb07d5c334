// npm run bench:api : measures the predictions API of a production build, on a Lectern of its own.
import './require-node.mjs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type ApiBenchResult, apiReport } from './bench-api/api-report.ts';
import { createBenchLecterns } from './bench-api/bench-lectern.ts';
import { measureCreates } from './bench-api/measure-creates.ts';
import { measureLists } from './bench-api/measure-lists.ts';
import { measureBareServer, measureReads, measureRefusals } from './bench-api/measure-replies.ts';
import { measureWaits } from './bench-api/measure-waits.ts';
import { seedPredictions } from './bench-api/seed-predictions.ts';
import { writeReport } from './bench-report/write-report.ts';
import { OperatorError } from './operator-error.ts';
import { reportFailure } from './report-failure.ts';

const USAGE = `Usage: npm run bench:api [-- --creates N] [--rows N] [--json FILE] [--markdown FILE]

Starts a Lectern of its own and measures what the predictions API costs: creating, reading, waiting, listing, being
refused. Prints Markdown.

  --creates N       predictions created in one go (default: 3000)
  --rows N          predictions in the list (default: 1000000)
  --json FILE       writes the figures
  --markdown FILE   writes the tables behind the text of a page (docs/performance-api.md holds the last ones)
  --help            this text`;

/** Without limits, and with all that was seeded kept as it is. */
const unlimited = {
  LECTERN_API_CREATES_PER_MINUTE: '0',
  LECTERN_API_REQUESTS_PER_MINUTE: '0',
  LECTERN_MAX_WAITING_PREDICTIONS: '1000000',
  LECTERN_API_RETENTION_MINUTES: '0',
};

try {
  const { values } = parseArgs({
    options: {
      creates: { type: 'string', default: '3000' },
      rows: { type: 'string', default: '1000000' },
      json: { type: 'string' },
      markdown: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await bench(values);
} catch (error) {
  reportFailure(error);
}

type Options = { creates: string; rows: string; json?: string; markdown?: string };

async function bench(options: Options): Promise<void> {
  const creates = numberOf('--creates', options.creates, 100);
  const rows = numberOf('--rows', options.rows, 1_000);
  const result: ApiBenchResult = {
    date: new Date().toISOString(),
    machine: { cores: availableParallelism(), architecture: process.arch, node: process.version },
    ...(await measure(creates, rows)),
  };
  const report = apiReport(result);
  console.log(report);
  if (options.markdown !== undefined) writeReport(options.markdown, report);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
}

function numberOf(option: string, text: string, least: number): number {
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new OperatorError(`${option} takes a whole number from ${least}, not "${text}".`);
}

async function measure(count: number, listRows: number): Promise<Omit<ApiBenchResult, 'date' | 'machine'>> {
  const lecterns = createBenchLecterns();
  try {
    console.error('Starting a Lectern.');
    const lectern = await lecterns.start(unlimited);
    console.error('Creating.');
    const creates = await measureCreates(lectern, count);
    console.error('Reading.');
    const replies = [await measureBareServer(count), ...(await measureReads(lectern.client, count))];
    console.error('Waiting.');
    const waits = await measureWaits(lectern);
    console.error(`Writing ${listRows} predictions.`);
    const { middle } = await seedPredictions(lectern.databaseUrl, listRows);
    console.error('Listing.');
    const lists = await measureLists(lectern.client, middle, 100);
    console.error('Being refused.');
    const limited = await lecterns.start({ ...unlimited, LECTERN_API_CREATES_PER_MINUTE: '1' });
    replies.push(await measureRefusals(limited.client, count));
    return { creates, replies, waits, listRows, lists };
  } finally {
    await lecterns.close();
  }
}
