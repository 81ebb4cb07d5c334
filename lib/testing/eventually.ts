import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is neither null nor undefined nor false; fails after `deadlineMs`. */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  deadlineMs = 15_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const endsAt = performance.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false)
      return answer as NonNullable<Exclude<T, false>>;
    if (performance.now() > endsAt) throw new Error(`Not within ${deadlineMs} ms: ${what}`);
    await pause(20);
  }
}
