'use client';

import Link from 'next/link';
import type { Theme } from '#app/_ui/theme.ts';
import { Wordmark } from '#app/_ui/wordmark.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { NavLink } from './nav-link.tsx';
import { MentionsLink, ReviewNavLink } from './review/review-nav.tsx';
import { HeaderSearch } from './search/header-search.tsx';
import { UserMenu } from './user-menu.tsx';
import { useWorkspace } from './workspace-context.tsx';
import { type WorkspaceChoice, WorkspaceSwitcher } from './workspace-switcher.tsx';

type Props = {
  user: { name: string; email: string; looksAfterInstance: boolean };
  theme: Theme;
  workspaces: readonly WorkspaceChoice[];
};

export function Header({ user, theme, workspaces }: Props) {
  const { slug } = useWorkspace();
  return (
    <header className="sticky top-0 z-20 border-line border-b bg-sheet">
      <div className="mx-auto flex max-w-[84rem] flex-wrap items-center gap-x-4 px-4 sm:px-6 lg:h-14">
        <Link href={`/${slug}/documents`} className="flex min-h-12 items-center rounded-small">
          <Wordmark isCompact />
        </Link>
        <div className="min-w-0 flex-1 border-line border-l pl-1 lg:max-w-30 lg:flex-none xl:max-w-56">
          <WorkspaceSwitcher workspaces={workspaces} />
        </div>
        <nav
          aria-label="Main"
          className="-mx-4 sm:-mx-6 lg:-mr-2 order-last flex w-[calc(100%+2rem)] overflow-x-auto pr-6 pl-2 max-lg:fading-row sm:w-[calc(100%+3rem)] sm:pl-3 lg:*:min-h-14 lg:order-none lg:ml-2 lg:w-auto lg:flex-1 lg:px-0"
        >
          <NavLink href={`/${slug}/documents`}>Documents</NavLink>
          <ReviewNavLink />
          <NavLink href={`/${slug}/exports`}>Exports</NavLink>
          <NavLink href={`/${slug}/insights`}>Insights</NavLink>
          <NavLink href={`/${slug}/api`}>API</NavLink>
          {/* Not to where a redirect begins: it would overtake whoever has gone on meanwhile. */}
          <NavLink href={`/${slug}/settings/profile`} within={`/${slug}/settings`}>
            Settings
          </NavLink>
        </nav>
        <div className="flex items-center gap-2">
          <HeaderSearch />
          <MentionsLink />
          <LiveIndicator />
          <UserMenu user={user} theme={theme} />
        </div>
      </div>
    </header>
  );
}
