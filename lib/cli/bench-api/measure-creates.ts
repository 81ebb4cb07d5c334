import { type Spread, spreadOf } from '../bench-report/spread.ts';
import type { BenchLectern } from './bench-lectern.ts';
import { type Completions, listenForCompletions } from './completions.ts';
import { type CpuSeconds, cpuBetween } from './cpu-seconds.ts';
import { runLoad, runPaced } from './run-load.ts';

export type Creates = {
  /** How they were sent, for people. */
  name: string;
  count: number;
  /** Milliseconds until the reply. */
  replyMs: Spread;
  /** Milliseconds from the sending of the request to the arrival of the completed webhook. */
  webhookMs: Spread;
  createsPerSecond: number;
  /** Whole lives: created, run, told of. */
  livesPerSecond: number;
  /** Processor seconds of one whole life. */
  cpu: CpuSeconds | null;
};

type Way = {
  name: string;
  count: number;
  /** Creates each of `count` predictions; may wait until one is told of. */
  send(create: (index: number) => Promise<void>, told: (index: number) => Promise<unknown>): Promise<unknown>;
};

/** Creates predictions of `replicate/canary` with a webhook for the end, in each of three ways. */
export async function measureCreates(lectern: BenchLectern, count: number): Promise<Creates[]> {
  const few = Math.ceil(count / 10);
  const completions = await listenForCompletions();
  try {
    await measure(lectern, completions, flood('warm-up', few));
    return [
      await measure(lectern, completions, oneByOne(few)),
      await measure(lectern, completions, paced(few * 2, 50)),
      await measure(lectern, completions, flood('16 at a time', count)),
    ];
  } finally {
    await completions.close();
  }
}

function oneByOne(count: number): Way {
  return {
    name: 'one by one, each told of before the next',
    count,
    send: (create, told) =>
      runLoad({ count, concurrency: 1 }, async (index) => {
        await create(index);
        await told(index);
      }),
  };
}

function paced(count: number, perSecond: number): Way {
  return { name: `${perSecond} a second`, count, send: (create) => runPaced({ count, perSecond }, create) };
}

function flood(name: string, count: number): Way {
  return { name, count, send: (create) => runLoad({ count, concurrency: 16 }, create) };
}

let numbered = 0;

async function measure(lectern: BenchLectern, completions: Completions, way: Way): Promise<Creates> {
  const first = numbered;
  numbered += way.count;
  const sentAtMs: number[] = [];
  const replyMs: number[] = [];
  async function create(index: number): Promise<void> {
    const sent = performance.now();
    sentAtMs[index] = sent;
    await lectern.client.ask(201, '/v1/models/replicate/canary/predictions', {
      method: 'POST',
      body: {
        input: { text: 'read this aloud' },
        webhook: completions.urlOf(first + index),
        webhook_events_filter: ['completed'],
      },
    });
    replyMs.push(performance.now() - sent);
  }
  const cpuBefore = lectern.cpuSeconds();
  const startedAtMs = performance.now();
  await way.send(create, (index) => completions.arrivalOf(first + index));
  const repliedAtMs = performance.now();
  const webhookMs = await Promise.all(
    sentAtMs.map(async (sent, index) => (await completions.arrivalOf(first + index)) - sent),
  );
  const endedAtMs = performance.now();
  return {
    name: way.name,
    count: sentAtMs.length,
    replyMs: spreadOf(replyMs),
    webhookMs: spreadOf(webhookMs),
    createsPerSecond: (sentAtMs.length * 1_000) / (repliedAtMs - startedAtMs),
    livesPerSecond: (sentAtMs.length * 1_000) / (endedAtMs - startedAtMs),
    cpu: each(cpuBetween(cpuBefore, lectern.cpuSeconds()), sentAtMs.length),
  };
}

function each(cpu: CpuSeconds | null, count: number): CpuSeconds | null {
  return cpu && { web: cpu.web / count, worker: cpu.worker / count, database: cpu.database / count };
}
