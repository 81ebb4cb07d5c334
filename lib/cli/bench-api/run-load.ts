import { type Spread, spreadOf } from '../bench-report/spread.ts';

export type Load = {
  /** Milliseconds of one piece of work. */
  latencyMs: Spread;
  perSecond: number;
};

/**
 * Does `work` `count` times, `concurrency` at a time, each of them beginning the next when its last has ended.
 * Fails when any of them does.
 */
export async function runLoad(
  { count, concurrency }: { count: number; concurrency: number },
  work: (index: number) => Promise<unknown>,
): Promise<Load> {
  const latencies: number[] = [];
  let next = 0;
  async function one(): Promise<void> {
    while (next < count) {
      const index = next++;
      const startedAtMs = performance.now();
      await work(index);
      latencies.push(performance.now() - startedAtMs);
    }
  }
  const startedAtMs = performance.now();
  await Promise.all(Array.from({ length: concurrency }, one));
  const seconds = (performance.now() - startedAtMs) / 1_000;
  return { latencyMs: spreadOf(latencies), perSecond: count / seconds };
}

/** Begins `work` `count` times at an even pace, however long each of them takes. */
export async function runPaced(
  { count, perSecond }: { count: number; perSecond: number },
  work: (index: number) => Promise<unknown>,
): Promise<Load> {
  const latencies: number[] = [];
  const startedAtMs = performance.now();
  const all: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const dueAtMs = startedAtMs + (index * 1_000) / perSecond;
    await new Promise((go) => setTimeout(go, Math.max(0, dueAtMs - performance.now())));
    const beganAtMs = performance.now();
    all.push(
      work(index).then(() => {
        latencies.push(performance.now() - beganAtMs);
      }),
    );
  }
  await Promise.all(all);
  return { latencyMs: spreadOf(latencies), perSecond };
}
