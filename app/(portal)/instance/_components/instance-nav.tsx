'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '#app/_ui/class-names.ts';

const links = [
  { href: '/instance', label: 'Overview' },
  { href: '/instance/audit', label: 'Audit trail' },
];

export function InstanceNav() {
  const path = usePathname();
  return (
    <nav aria-label="Installation" className="mb-4 flex flex-wrap gap-1 sm:-mx-3">
      {links.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className={classNames(
            'inline-flex min-h-11 items-center rounded-normal px-3 font-medium text-small sm:min-h-9',
            path === href ? 'bg-well text-ink' : 'text-ink-soft hover:bg-well hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
