import type { Scope } from '#lib/access/index.ts';
import type { InsightRange } from '#lib/contracts/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { getQuota } from './get-quota.ts';
import type { Quota } from './quota.ts';
import type { Counts, Storage, UsageSubject } from './usage.ts';
import { findDays, findStorage, findSubjects } from './usage-report-store.ts';

export type UsageReport = {
  range: InsightRange;
  step: 'day' | 'month';
  /** Every day or month (UTC) of the range, as YYYY-MM-DD of its first day, oldest first. */
  periods: (Counts & { from: string })[];
  /** Most pages first. */
  subjects: UsageSubject[];
  total: Counts;
  storage: Storage;
  quota: Quota | null;
};

const DAY_MS = 24 * 3_600_000;

/** What the workspace had read, when and for whom, and what it keeps. Days and months are those of UTC. */
export async function usageReport(
  scope: Scope,
  range: InsightRange,
  clock: Clock = systemClock,
): Promise<UsageReport> {
  const now = clock.now();
  const from = firstDay(range, now);
  const [counted, subjects, storage, quota] = await Promise.all([
    findDays(scope, from),
    findSubjects(scope, from),
    findStorage(scope),
    getQuota(scope, clock),
  ]);
  const step = range === 'year' || range === 'all' ? 'month' : 'day';
  const begin = from ?? counted[0]?.day ?? now;
  const total = subjects.reduce(plus, { pages: 0, failedPages: 0 });
  return { range, step, periods: periodsOf(counted, { begin, now, step }), subjects, total, storage, quota };
}

/** Null: from the beginning. */
export function firstDay(range: InsightRange, now: Date): Date | null {
  if (range === 'all') return null;
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (range === 'year') return new Date(Date.UTC(year, month - 11, 1));
  return new Date(Date.UTC(year, month, day - (range === '30-days' ? 29 : 89)));
}

function periodsOf(
  counted: readonly (Counts & { day: Date })[],
  { begin, now, step }: { begin: Date; now: Date; step: 'day' | 'month' },
): UsageReport['periods'] {
  const nameOf = (day: Date) => {
    const name = day.toISOString();
    return step === 'day' ? name.slice(0, 10) : `${name.slice(0, 7)}-01`;
  };
  const periods = new Map<string, Counts>();
  for (let time = begin.getTime(); time <= now.getTime(); time += DAY_MS) {
    periods.set(nameOf(new Date(time)), { pages: 0, failedPages: 0 });
  }
  for (const { day, ...counts } of counted) {
    periods.set(nameOf(day), plus(periods.get(nameOf(day)) ?? { pages: 0, failedPages: 0 }, counts));
  }
  return [...periods].map(([from, counts]) => ({ from, ...counts }));
}

function plus(sum: Counts, { pages, failedPages }: Counts): Counts {
  return { pages: sum.pages + pages, failedPages: sum.failedPages + failedPages };
}
