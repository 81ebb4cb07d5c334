import Link from 'next/link';
import { classNames } from '#app/_ui/class-names.ts';
import { type InsightRange, insightRanges } from '#lib/contracts/index.ts';

const rangeNames: Record<InsightRange, string> = {
  '30-days': '30 days',
  '90-days': '90 days',
  year: 'Year',
  all: 'All time',
};

/** The time that the figures of the page are about; it stands in the address. */
export function RangeLinks({ path, current }: { path: string; current: InsightRange }) {
  return (
    <nav aria-label="Time" className="-mx-1 flex flex-wrap">
      {insightRanges.map((range) => (
        <Link
          key={range}
          href={`${path}?range=${range}`}
          aria-current={range === current ? 'page' : undefined}
          className={classNames(
            'inline-flex min-h-11 items-center rounded-normal px-3 font-medium text-small sm:min-h-9',
            range === current ? 'bg-accent-wash text-accent' : 'text-ink-soft hover:text-ink',
          )}
        >
          {rangeNames[range]}
        </Link>
      ))}
    </nav>
  );
}
