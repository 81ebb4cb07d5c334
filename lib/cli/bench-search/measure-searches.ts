// Run by `npm run bench:search` on the database of the bench: prints the table of what searches cost.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import pg from 'pg';
import { authorize } from '#lib/access/index.ts';
import type { SearchFilters } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/config.ts';
import { closeDatabase } from '#lib/platform/index.ts';
import { searchPages } from '#lib/search/index.ts';
import { markdownTable } from '../bench/markdown-table.ts';
import { percentile } from '../bench-api/spread.ts';
import { makeWords } from './bench-words.ts';

const TRIES = 20;
const PEER_EVERY = 4;

/** Makes the n-th query of a kind, so that no answer is a repetition. */
type Kind = { name: string; query: (words: readonly string[], n: number) => string; filters?: SearchFilters };

const word = (words: readonly string[], place: number) => words[place] ?? '';
const kinds: Kind[] = [
  { name: 'a rare word', query: (words, n) => word(words, 20_000 + n * 31) },
  { name: 'a word of one page in a hundred', query: (words, n) => word(words, 2_000 + n * 7) },
  { name: 'a word of every second page', query: (words, n) => word(words, 20 + n) },
  { name: 'two words', query: (words, n) => `${word(words, 100 + n)} ${word(words, 900 + n)}` },
  { name: 'a phrase', query: (words, n) => `"${word(words, 5 + n)} ${word(words, 50 + n)}"` },
  { name: 'a beginning', query: (words, n) => `${word(words, 3_000 + n * 11).slice(0, 5)}*` },
  { name: 'this or that', query: (words, n) => `${word(words, 500 + n)} OR ${word(words, 700 + n)}` },
  { name: 'with, without', query: (words, n) => `${word(words, 300 + n)} -${word(words, 10 + n)}` },
  {
    name: 'a word among approved pages',
    query: (words, n) => word(words, 200 + n),
    filters: { state: 'approved', below: 50 },
  },
  { name: 'a misspelled word', query: (words, n) => `${word(words, 9_000 + n * 13)}q` },
];

/** What one does without an index of words. */
const PEER = `SELECT page_id FROM extraction WHERE workspace_id = $1 AND text ILIKE $2 ORDER BY page_id DESC LIMIT 20`;

const [workspaceId = '', vocabulary] = process.argv.slice(2);
console.log(
  markdownTable(
    ['search', 'pages found', 'p50 ms', 'p95 ms', 'peer p50 ms', 'ratio'],
    await measure(workspaceId, makeWords(Number(vocabulary))),
  ),
);
await closeDatabase();

async function measure(workspaceId: string, words: readonly string[]): Promise<string[][]> {
  const scope = authorize({ kind: 'system', reason: 'bench' }, workspaceId, 'document:read');
  const peer = new pg.Client({ connectionString: config().databaseUrl });
  await peer.connect();
  const rows: string[][] = [];
  for (const { name, query, filters } of kinds) {
    const ours: number[] = [];
    const theirs: number[] = [];
    let matches = 0;
    for (let n = 0; n < TRIES; n++) {
      const text = query(words, n);
      const search = async () => searchPages(scope, text, { ...(filters && { filters }) });
      ours.push(await timed(async () => (matches += (await search()).matches)));
      if (n % PEER_EVERY === 0)
        theirs.push(await timed(() => peer.query(PEER, [workspaceId, `%${plain(text)}%`])));
    }
    const [p50, p95, peer50] = [percentile(ours, 0.5), percentile(ours, 0.95), percentile(theirs, 0.5)];
    const found = Math.round(matches / TRIES);
    rows.push([
      name,
      String(found),
      ...[p50, p95, peer50].map((ms) => ms.toFixed(0)),
      (p50 / peer50).toFixed(2),
    ]);
  }
  await peer.end();
  return rows;
}

function plain(query: string): string {
  return query.replace(/["*]| OR .*| -.*/g, '');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
