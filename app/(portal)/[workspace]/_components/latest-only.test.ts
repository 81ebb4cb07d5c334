import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { latestOnly, RETRY_MS } from './latest-only.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('turns a burst into one run', async () => {
  let runs = 0;
  const gate = latestOnly(100, async () => ++runs > 0);
  for (let call = 0; call < 20; call++) gate.request();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(1);
});

it('never runs twice at once, and runs again when something came in meanwhile', async () => {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const gate = latestOnly(100, async () => {
    log.push('start');
    await new Promise<void>((end) => ends.push(end));
    log.push('end');
    return true;
  });
  gate.request();
  await vi.advanceTimersByTimeAsync(100);
  gate.request();
  gate.request();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(log).toEqual(['start']);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(100);
  expect(log).toEqual(['start', 'end', 'start']);
});

it('repeats a run that failed until one works', async () => {
  let runs = 0;
  const gate = latestOnly(100, async () => ++runs === 3);
  gate.request();
  await vi.advanceTimersByTimeAsync(100 + RETRY_MS);
  expect(runs).toBe(2);
  await vi.advanceTimersByTimeAsync(10 * RETRY_MS);
  expect(runs).toBe(3);
});

it('starts nothing after it was stopped', async () => {
  let runs = 0;
  const gate = latestOnly(100, async () => ++runs > 0);
  gate.request();
  gate.stop();
  gate.request();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(0);
});
