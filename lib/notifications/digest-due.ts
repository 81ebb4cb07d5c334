import type { DigestRhythm } from '#lib/contracts/index.ts';

/** Where the person lives, a digest waits for the morning. */
const MORNING_HOUR = 7;
const DAY_MS = 86_400_000;

/**
 * Whether a digest is due: the first one after seven in the morning, each day or each Monday, in the person's own time
 * zone (UTC when they named none). One that could not be sent in time is still due later.
 */
export function isDigestDue(
  { rhythm, timeZone, lastAt }: { rhythm: DigestRhythm; timeZone: string | null; lastAt: Date | null },
  now: Date,
): boolean {
  if (rhythm === 'off') return false;
  if (!lastAt) return true;
  return lastAt.getTime() < lastMorning(rhythm, timeZone ?? 'UTC', now);
}

/** The newest morning of a digest, in milliseconds. Found hour by hour, as days of the clock change have other lengths. */
function lastMorning(rhythm: 'daily' | 'weekly', timeZone: string, now: Date): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    hourCycle: 'h23',
    weekday: 'short',
  });
  const hourMs = DAY_MS / 24;
  // Some zones lie half an hour, or a quarter, beside the others.
  const stepMs = hourMs / 4;
  let found = Math.floor(now.getTime() / stepMs) * stepMs;
  for (const oldest = found - 8 * DAY_MS; found > oldest; found -= stepMs) {
    const parts = Object.fromEntries(format.formatToParts(found).map(({ type, value }) => [type, value]));
    if (Number(parts.hour) !== MORNING_HOUR || (rhythm === 'weekly' && parts.weekday !== 'Mon')) continue;
    const before = format.formatToParts(found - stepMs).find(({ type }) => type === 'hour')?.value;
    if (Number(before) !== MORNING_HOUR) return found;
  }
  return found;
}
