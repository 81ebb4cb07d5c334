'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useRef } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useWorkspace } from '../workspace-context.tsx';
import { SearchBox } from './search-box.tsx';

/** The way to the search from everywhere: a box where there is room, else a link. `/` takes it. */
export function HeaderSearch() {
  const { slug } = useWorkspace();
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const isSearchOpen = usePathname() === `/${slug}/search`;
  function goThere() {
    box.current?.focus();
    // A box that a narrow window hides takes no focus.
    if (document.activeElement !== box.current) router.push(`/${slug}/search`);
  }
  useHotkeys('slash', goThere, { preventDefault: true, enabled: !isSearchOpen });
  if (isSearchOpen) return null;
  return (
    <>
      <SearchBox label="Search all text" inputRef={box} className="w-44 max-lg:hidden xl:w-56" />
      <Link
        href={`/${slug}/search`}
        aria-label="Search"
        className="grid size-11 place-items-center rounded-normal text-ink-soft hover:text-ink lg:hidden"
      >
        <Search aria-hidden className="size-5" />
      </Link>
    </>
  );
}
