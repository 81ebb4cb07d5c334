'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useId } from 'react';
import { classNames } from '#app/_ui/class-names.ts';

export type SettingsGroup = { label: string; links: readonly { href: string; label: string }[] };

/** The settings' own navigation: a column beside the page, or rows above it where there is no room. */
export function SettingsNav({ groups }: { groups: readonly SettingsGroup[] }) {
  return (
    <nav aria-label="Settings" className="space-y-4 lg:sticky lg:top-20 lg:space-y-6">
      {groups.map((group) => (
        <Group key={group.label} group={group} />
      ))}
    </nav>
  );
}

function Group({ group: { label, links } }: { group: SettingsGroup }) {
  const path = usePathname();
  const labelId = useId();
  return (
    <div>
      <p id={labelId} className="px-3 pb-1 text-fine text-ink-soft max-lg:px-0">
        {label}
      </p>
      <ul aria-labelledby={labelId} className="flex flex-wrap gap-1 max-lg:-mx-3 lg:flex-col">
        {links.map(({ href, label: words }) => {
          const isHere = path === href;
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={classNames(
                  'flex min-h-11 items-center rounded-normal px-3 font-medium text-small lg:min-h-9',
                  isHere ? 'bg-well text-ink' : 'text-ink-soft hover:bg-well hover:text-ink',
                )}
              >
                {words}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
