// Run by `npm run bench:search` on the database of the bench: prints the table of what searches cost.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import pg from 'pg';
import { authorize } from '#lib/access/index.ts';
import { queueFilterOf, type SearchFilters } from '#lib/contracts/index.ts';
import { listDocuments } from '#lib/documents/index.ts';
import { config } from '#lib/platform/config.ts';
import { closeDatabase } from '#lib/platform/index.ts';
import { listQueue, nextToReview } from '#lib/review/index.ts';
import { searchPages, suggest } from '#lib/search/index.ts';
import { markdownTable } from '../bench/markdown-table.ts';
import { percentile } from '../bench-report/spread.ts';
import { makeWords } from './bench-words.ts';

const TRIES = 20;
const PEER_EVERY = 4;

type Scope = ReturnType<typeof authorize>;
/** Makes the n-th query of a kind, so that no answer is a repetition, and says how many things `ask` finds by it. */
type Kind = {
  name: string;
  query: (words: readonly string[], n: number) => string;
  filters?: SearchFilters;
  ask?: (scope: Scope, query: string) => Promise<number>;
};

const word = (words: readonly string[], place: number) => words[place] ?? '';
const kinds: Kind[] = [
  { name: 'a rare word', query: (words, n) => word(words, 20_000 + n * 31) },
  { name: 'a word of one page in a hundred', query: (words, n) => word(words, 2_000 + n * 7) },
  { name: 'a word of every second page', query: (words, n) => word(words, 20 + n) },
  { name: 'two words', query: (words, n) => `${word(words, 100 + n)} ${word(words, 900 + n)}` },
  { name: 'a phrase', query: (words, n) => `"${word(words, 5 + n)} ${word(words, 50 + n)}"` },
  {
    name: 'a phrase or a word',
    query: (words, n) => `"${word(words, 5 + n)} ${word(words, 50 + n)}" OR ${word(words, 2_000 + n)}`,
  },
  { name: 'a beginning', query: (words, n) => `${word(words, 3_000 + n * 11).slice(0, 5)}*` },
  { name: 'this or that', query: (words, n) => `${word(words, 500 + n)} OR ${word(words, 700 + n)}` },
  { name: 'with, without', query: (words, n) => `${word(words, 300 + n)} -${word(words, 10 + n)}` },
  {
    name: 'a word among approved pages',
    query: (words, n) => word(words, 200 + n),
    filters: { state: 'approved', below: 50 },
  },
  {
    name: 'a frequent word among approved pages',
    query: (words, n) => word(words, 20 + n),
    filters: { state: 'approved' },
  },
  { name: 'a frequent word below 95 %', query: (words, n) => word(words, 20 + n), filters: { below: 95 } },
  { name: 'a misspelled word', query: (words, n) => `${word(words, 9_000 + n * 13)}q` },
  {
    name: 'suggestions for a beginning',
    query: (words, n) => word(words, 3_000 + n * 11).slice(0, 4),
    ask: async (scope, query) => (await suggest(scope, query)).words.length,
  },
];

/** Lists that must not be slow for it that many pages stand behind them. */
const lists: { name: string; list: (scope: Scope) => Promise<unknown> }[] = [
  { name: 'the review queue', list: (scope) => listQueue(scope, queueFilterOf({})) },
  {
    name: 'the review queue, doubtful first',
    list: (scope) => listQueue(scope, queueFilterOf({ order: 'doubt' })),
  },
  { name: 'the next document to review', list: (scope) => nextToReview(scope, queueFilterOf({}), 'none') },
  { name: 'the newest documents', list: (scope) => listDocuments(scope) },
  {
    name: 'documents by confidence',
    list: (scope) => listDocuments(scope, { filters: { sort: 'confidence' } }),
  },
  { name: 'approved documents', list: (scope) => listDocuments(scope, { filters: { review: 'approved' } }) },
];

/** What one does without an index of words. */
const PEER = `SELECT page_id FROM extraction WHERE workspace_id = $1 AND text ILIKE $2 ORDER BY page_id DESC LIMIT 20`;

const [workspaceId = '', vocabulary] = process.argv.slice(2);
console.log(
  markdownTable(
    ['search', 'found', 'p50 ms', 'p95 ms', 'peer p50 ms', 'ratio'],
    await measure(workspaceId, makeWords(Number(vocabulary))),
  ),
);
console.log(`\n${markdownTable(['list', 'p50 ms', 'p95 ms'], await measureLists(workspaceId))}`);
await closeDatabase();

async function measure(workspaceId: string, words: readonly string[]): Promise<string[][]> {
  const scope = authorize({ kind: 'system', reason: 'bench' }, workspaceId, 'document:read');
  const peer = new pg.Client({ connectionString: config().databaseUrl });
  await peer.connect();
  const rows: string[][] = [];
  for (const { name, query, filters = {}, ask } of kinds) {
    const ours: number[] = [];
    const theirs: number[] = [];
    let matches = 0;
    for (let n = 0; n < TRIES; n++) {
      const text = query(words, n);
      const search = async () => (await searchPages(scope, text, { filters })).matches;
      ours.push(await timed(async () => (matches += await (ask?.(scope, text) ?? search()))));
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

async function measureLists(workspaceId: string): Promise<string[][]> {
  const scope = authorize({ kind: 'system', reason: 'bench' }, workspaceId, 'document:read');
  const rows: string[][] = [];
  for (const { name, list } of lists) {
    const ours: number[] = [];
    for (let n = 0; n < TRIES; n++) ours.push(await timed(() => list(scope)));
    rows.push([name, ...[0.5, 0.95].map((part) => percentile(ours, part).toFixed(0))]);
  }
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
