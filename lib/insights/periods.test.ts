import { describe, expect, it } from 'vitest';
import { beginningOf, periodOf, periodsBetween } from './periods.ts';

const day = (time: Date) => time.toISOString().slice(0, 10);
const sunday = new Date('2026-11-22T23:59:59.999Z');
const monday = new Date('2026-11-23T00:00:00.000Z');

describe('periods', () => {
  it('begin at midnight UTC, weeks on Monday, months on the first', () => {
    expect(day(periodOf(sunday, 'day'))).toBe('2026-11-22');
    expect(day(periodOf(sunday, 'week'))).toBe('2026-11-16');
    expect(day(periodOf(monday, 'week'))).toBe('2026-11-23');
    expect(day(periodOf(sunday, 'month'))).toBe('2026-11-01');
  });

  it('follow one another without gaps, over the turn of the year, too', () => {
    const months = periodsBetween(new Date('2025-11-01'), new Date('2026-02-01'), 'month');
    expect(months.map(day)).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
    const weeks = periodsBetween(new Date('2025-12-22'), new Date('2026-01-05'), 'week');
    expect(weeks.map(day)).toEqual(['2025-12-22', '2025-12-29', '2026-01-05']);
  });

  it('of a range end with the one that has begun', () => {
    expect(day(beginningOf('30-days', monday))).toBe('2026-10-25');
    expect(periodsBetween(beginningOf('90-days', sunday), periodOf(sunday, 'week'), 'week')).toHaveLength(13);
    expect(periodsBetween(beginningOf('year', monday), periodOf(monday, 'week'), 'week')).toHaveLength(52);
    expect(beginningOf('all', monday).getTime()).toBe(0);
  });
});
