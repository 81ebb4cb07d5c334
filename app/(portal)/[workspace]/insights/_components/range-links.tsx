import Link from 'next/link';
import { classNames } from '#app/_ui/class-names.ts';
import { type InsightRange, insightRanges } from '#lib/contracts/index.ts';
import { rangeNames } from './insight-words.ts';

/** The time that the figures are about; it stands in the address. */
export function RangeLinks({ workspace, current }: { workspace: string; current: InsightRange }) {
  return (
    <nav aria-label="Time" className="-mx-1 flex flex-wrap">
      {insightRanges.map((range) => (
        <Link
          key={range}
          href={`/${workspace}/insights?range=${range}`}
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
