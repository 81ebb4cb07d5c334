import type { CDPSession, Page } from 'playwright';

/** Chromium tells of no quicker event. */
const LEAST_MS = 16;

type Timed = { name: string; interaction: number; durationMs: number };

declare global {
  interface Window {
    timedEvents?: Timed[];
  }
}

/** Notes from now on how long the window's events took, from the hand to the next picture on the screen. */
export async function watchEvents(page: Page): Promise<void> {
  await page.evaluate((durationThreshold) => {
    const noted: Timed[] = [];
    window.timedEvents = noted;
    type EventTiming = PerformanceEntry & { interactionId?: number };
    new PerformanceObserver((list) => {
      for (const { name, duration, interactionId = 0 } of list.getEntries() as EventTiming[]) {
        noted.push({ name, interaction: interactionId, durationMs: duration });
      }
    }).observe({ type: 'event', durationThreshold, buffered: false } as PerformanceObserverInit);
  }, LEAST_MS);
}

/**
 * What each of `count` things that a person did took, in milliseconds: the longest event of each interaction, as INP
 * counts. `hover` is no interaction by that measure, so there every event that crosses a border counts.
 */
export async function takeEvents(
  page: Page,
  count: number,
  kind: 'interaction' | 'hover',
): Promise<number[]> {
  // The last of them are told when their picture has been drawn.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  const noted = await page.evaluate(() => window.timedEvents?.splice(0) ?? []);
  const longest = new Map<number, number>();
  const hovers: number[] = [];
  for (const { name, interaction, durationMs } of noted) {
    if (interaction > 0) longest.set(interaction, Math.max(longest.get(interaction) ?? 0, durationMs));
    else if (/^(pointer|mouse)over$/.test(name)) hovers.push(durationMs);
  }
  const told = kind === 'hover' ? hovers : [...longest.values()];
  // What is not told was quicker than can be told.
  return [...told, ...Array.from({ length: Math.max(0, count - told.length) }, () => LEAST_MS)];
}

/** What the window holds in memory once nothing more can be thrown away. */
export async function memoryOf(devtools: CDPSession): Promise<{ heapBytes: number; nodes: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes };
}
