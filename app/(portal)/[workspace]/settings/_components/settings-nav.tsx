'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useId } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import { useShownInRow } from '#app/_ui/use-shown-in-row.ts';

export type SettingsGroup = { label: string; links: readonly { href: string; label: string }[] };

/** The settings' own navigation: a column beside the page, or a row for each group above it. */
export function SettingsNav({ groups }: { groups: readonly SettingsGroup[] }) {
  return (
    <nav aria-label="Settings" className="lg:sticky lg:top-20 lg:space-y-6">
      {groups.map((group) => (
        <Group key={group.label} group={group} />
      ))}
    </nav>
  );
}

function Group({ group: { label, links } }: { group: SettingsGroup }) {
  const labelId = useId();
  return (
    <div className="max-lg:flex max-lg:items-center">
      <p id={labelId} className="w-18 shrink-0 text-fine text-ink-soft lg:px-3 lg:pb-1">
        {label}
      </p>
      <ul
        aria-labelledby={labelId}
        className="max-lg:-mr-4 sm:max-lg:-mr-6 flex gap-1 max-lg:fading-row min-w-0 max-lg:flex-1 max-lg:pr-6 lg:flex-col"
      >
        {links.map((link) => (
          <li key={link.href}>
            <SettingsLink {...link} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SettingsLink({ href, label }: SettingsGroup['links'][number]) {
  const isHere = usePathname() === href;
  const link = useShownInRow<HTMLAnchorElement>(isHere);
  return (
    <Link
      ref={link}
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={classNames(
        '-outline-offset-2 flex min-h-11 items-center whitespace-nowrap rounded-normal px-3 font-medium text-small lg:min-h-9',
        isHere ? 'bg-well text-ink' : 'text-ink-soft hover:bg-well hover:text-ink',
      )}
    >
      {label}
    </Link>
  );
}
