import type { InsightRange, PeriodStep } from '#lib/contracts/index.ts';

const DAY_MS = 86_400_000;

/** How the range is cut, and into how many periods; no number: as many as there are figures for. */
export const cuts: Record<InsightRange, { step: PeriodStep; periods?: number }> = {
  '30-days': { step: 'day', periods: 30 },
  '90-days': { step: 'week', periods: 13 },
  year: { step: 'week', periods: 52 },
  all: { step: 'month' },
};

/** Where the range begins: with the first of its periods, of which the one that has begun is the last. */
export function beginningOf(range: InsightRange, now: Date): Date {
  const { step, periods } = cuts[range];
  return periods === undefined ? new Date(0) : shifted(periodOf(now, step), step, 1 - periods);
}

/** When the period began that holds this time. */
export function periodOf(time: Date, step: PeriodStep): Date {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  if (step === 'month') return new Date(Date.UTC(year, month));
  const sinceMonday = (time.getUTCDay() + 6) % 7;
  return new Date(Date.UTC(year, month, step === 'week' ? day - sinceMonday : day));
}

/** Beginnings of all periods from the first to the last. */
export function periodsBetween(first: Date, last: Date, step: PeriodStep): Date[] {
  const periods: Date[] = [];
  for (let period = first; period <= last; period = shifted(period, step, 1)) periods.push(period);
  return periods;
}

function shifted(period: Date, step: PeriodStep, by: number): Date {
  if (step === 'month') return new Date(Date.UTC(period.getUTCFullYear(), period.getUTCMonth() + by));
  return new Date(period.getTime() + by * (step === 'week' ? 7 : 1) * DAY_MS);
}
