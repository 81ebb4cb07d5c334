import { markdownTable } from '../bench/markdown-table.ts';
import type { Spread } from '../bench-report/spread.ts';
import type { Creates } from './measure-creates.ts';
import type { ListPage } from './measure-lists.ts';
import type { Replies } from './measure-replies.ts';
import type { Waits } from './measure-waits.ts';

/** Everything one run of the bench found. */
export type ApiBenchResult = {
  date: string;
  machine: { cores: number; architecture: string; node: string };
  creates: Creates[];
  replies: Replies[];
  waits: Waits;
  listRows: number;
  lists: ListPage[];
};

/** The result as Markdown, for docs/performance-api.md. */
export function apiReport(result: ApiBenchResult): string {
  const sections = [
    introduction(result),
    `## Creating\n\n${CREATES_NOTE}\n\n${createTable(result.creates)}\n\n${cpuTable(result.creates)}`,
    `## Replies\n\n${REPLIES_NOTE}\n\n${replyTable(result.replies)}`,
    `## Held replies\n\n${waitNote(result.waits)}\n\n${waitTable(result.waits)}`,
    `## Lists\n\n${listNote(result.listRows)}\n\n${listTable(result.lists)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction({ date, machine: { cores, architecture, node } }: ApiBenchResult): string {
  return [
    `Written by \`npm run bench:api\` on ${date.slice(0, 10)}, ${cores} ${cores === 1 ? 'core' : 'cores'} (${architecture}), Node ${node}:`,
    'a production build with its embedded PostgreSQL, one web process and one worker, asked by a program on the same',
    'machine. All times are milliseconds; p99: what 99 of 100 stay below.',
  ].join('\n');
}

const CREATES_NOTE = `Predictions of \`replicate/canary\` with a webhook for their end. Reply: until the answer to the request. Webhook:
from the sending of the request to the arrival of the completed webhook. Lives: predictions a second that were
created, run and told of, from the first request to the last webhook.`;

const REPLIES_NOTE = `One request at a time, then 16. Machines differ and are noisy: the ratios compare with the bare Node server, asked in
the same run.`;

function createTable(creates: readonly Creates[]): string {
  return markdownTable(
    ['sent', 'count', 'reply p50', 'reply p99', 'webhook p50', 'webhook p99', 'creates/s', 'lives/s'],
    creates.map(({ name, count, replyMs, webhookMs, createsPerSecond, livesPerSecond }) => [
      name,
      String(count),
      ms(replyMs.p50),
      ms(replyMs.p99),
      ms(webhookMs.p50),
      ms(webhookMs.p99),
      createsPerSecond.toFixed(0),
      livesPerSecond.toFixed(0),
    ]),
  );
}

function cpuTable(creates: readonly Creates[]): string {
  return markdownTable(
    ['processor ms of one life', 'web', 'worker', 'database'],
    creates.flatMap(({ name, cpu }) =>
      cpu ? [[name, ...[cpu.web, cpu.worker, cpu.database].map((seconds) => ms(seconds * 1_000))]] : [],
    ),
  );
}

function replyTable(replies: readonly Replies[]): string {
  const bare = replies[0];
  return markdownTable(
    ['request', 'alone p50', 'alone p99', 'a second', 'p50 of 16', 'p99 of 16', 'times the bare server'],
    replies.map(({ name, aloneMs, perSecond, loadedMs }) => [
      name,
      ms(aloneMs.p50),
      ms(aloneMs.p99),
      perSecond.toFixed(0),
      ms(loadedMs.p50),
      ms(loadedMs.p99),
      bare ? (bare.perSecond / perSecond).toFixed(1) : '',
    ]),
  );
}

function waitNote({ waiters, waitSeconds, restingTransactions, waitingTransactions }: Waits): string {
  return `${waiters} requests with \`Prefer: wait=${waitSeconds}\` at once. While they wait the database ends ${waitingTransactions.toFixed(0)}
transactions a second, and ${restingTransactions.toFixed(0)} while nobody does: waiting asks it nothing.`;
}

function waitTable({ waiters, waitSeconds, timedOutMs, createMs, wokenMs }: Waits): string {
  const row = (name: string, { count, p50, p99, max }: Spread) => [
    name,
    String(count),
    ms(p50),
    ms(p99),
    ms(max),
  ];
  return markdownTable(
    ['replies', 'count', 'p50', 'p99', 'latest'],
    [
      row(`whose time is up after ${waitSeconds} s`, timedOutMs),
      row('to other creates meanwhile, 20 a second', createMs),
      row(`of ${waiters}, after the end of the prediction`, wokenMs),
    ],
  );
}

function listNote(rows: number): string {
  return `Pages of 100 of a workspace with ${rows.toLocaleString('en')} predictions, one request at a time.`;
}

function listTable(lists: readonly ListPage[]): string {
  return markdownTable(
    ['page', 'p50', 'p99'],
    lists.map(({ name, latencyMs }) => [name, ms(latencyMs.p50), ms(latencyMs.p99)]),
  );
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}
