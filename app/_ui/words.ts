/** Numbers as people say them. Every function is pure: the same input gives the same words everywhere. */

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Of a share from 0 to 1. The sign never stands alone on a line. */
export function percentInWords(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

const SIZE_UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** 1 kB is 1,024 bytes, as file managers count. */
export function sizeInWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < SIZE_UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = unit === 0 || value >= 10 ? 0 : 1;
  return `${value.toFixed(digits)} ${SIZE_UNITS[unit]}`;
}

/** "8 s", "3 min 05 s", "2 h 10 min". */
export function durationInWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

const AGO_STEPS = [
  { below: 3_600, size: 60, unit: 'minute' },
  { below: 86_400, size: 3_600, unit: 'hour' },
  { below: 30 * 86_400, size: 86_400, unit: 'day' },
  { below: 365 * 86_400, size: 30 * 86_400, unit: 'month' },
] as const;

/** "just now", "3 minutes ago", "2 years ago". A time slightly ahead (two clocks) is just now. */
export function agoInWords(thenMs: number, nowMs: number): string {
  const seconds = (nowMs - thenMs) / 1000;
  if (seconds < 45) return 'just now';
  for (const { below, size, unit } of AGO_STEPS) {
    if (seconds < below) return `${plural(Math.max(1, Math.round(seconds / size)), unit)} ago`;
  }
  return `${plural(Math.round(seconds / (365 * 86_400)), 'year')} ago`;
}

/** "in 6 days", "in 5 hours", "in 1 minute". A time that has come already is "now". */
export function aheadInWords(thenMs: number, nowMs: number): string {
  const minutes = Math.ceil((thenMs - nowMs) / 60_000);
  if (minutes <= 0) return 'now';
  if (minutes < 60) return `in ${plural(minutes, 'minute')}`;
  if (minutes < 48 * 60) return `in ${plural(Math.round(minutes / 60), 'hour')}`;
  return `in ${plural(Math.round(minutes / 1440), 'day')}`;
}
