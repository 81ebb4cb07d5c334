import Link from 'next/link';
import { classNames } from '#app/_ui/class-names.ts';
import { deliveryFilters, listAddress } from './delivery-filters.ts';

export function FilterLinks({ workspace, current }: { workspace: string; current: string }) {
  return (
    <nav aria-label="Show deliveries by state" className="-mx-1 flex flex-wrap">
      {deliveryFilters.map(({ name, label }) => (
        <Link
          key={name}
          href={listAddress(workspace, name)}
          aria-current={name === current ? 'page' : undefined}
          className={classNames(
            'inline-flex min-h-11 items-center rounded-normal px-3 font-medium text-small sm:min-h-8',
            name === current ? 'bg-accent-wash text-accent' : 'text-ink-soft hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
