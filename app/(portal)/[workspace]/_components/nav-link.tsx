'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import { useShownInRow } from '#app/_ui/use-shown-in-row.ts';

/** A link of a navigation that knows whether its place, or something inside it, is open. */
export function NavLink({
  href,
  within = href,
  children,
  isAlone = false,
}: {
  href: string;
  /** The address of its place, where the link leads to a page inside it. */
  within?: string;
  children: ReactNode;
  /** What lies below it in the address is not inside it. */
  isAlone?: boolean;
}) {
  const path = usePathname();
  const isHere = path === href;
  const isInside = isHere || (!isAlone && path.startsWith(`${within}/`));
  const link = useShownInRow<HTMLAnchorElement>(isInside);
  return (
    <Link
      ref={link}
      href={href}
      aria-current={isHere ? 'page' : isInside ? 'true' : undefined}
      className={classNames(
        '-outline-offset-2 inline-flex shrink-0 min-h-11 items-center border-b-2 px-2 font-medium text-small sm:px-3 lg:px-2 xl:px-3',
        isInside ? 'border-accent text-ink' : 'border-transparent text-ink-soft hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
