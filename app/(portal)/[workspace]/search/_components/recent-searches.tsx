'use client';

import { History, Search } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { beginSearch } from '../../_components/search/begun-search.ts';
import { searchAddress } from '../../_components/search/search-address.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { forgetSearches, rememberedSearches } from './remembered-searches.ts';

/** Before anything is searched for: what can be written, and what was searched for last in this browser. */
export function RecentSearches() {
  const { slug } = useWorkspace();
  const [recent, setRecent] = useState<string[]>([]);
  useEffect(() => setRecent(rememberedSearches(slug)), [slug]);
  return (
    <>
      <EmptyState icon={Search} title="Search what was read">
        <p>
          All words must be on the page; <kbd>"a phrase"</kbd>, <kbd>begin*</kbd>, <kbd>this OR that</kbd> and{' '}
          <kbd>-without</kbd> narrow or widen. Corrections count at once.
        </p>
      </EmptyState>
      {recent.length > 0 ? (
        <section aria-labelledby="recent-searches" className="space-y-2">
          <div className="flex items-center justify-between">
            <h2 id="recent-searches" className="font-sans text-ink-soft text-small">
              Searched before in this browser
            </h2>
            <Button
              onClick={() => {
                forgetSearches(slug);
                setRecent([]);
              }}
            >
              Forget
            </Button>
          </div>
          <ul className="divide-y divide-line rounded-large border border-line bg-sheet">
            {recent.map((query) => (
              <li key={query}>
                <Link
                  href={searchAddress(slug, query)}
                  onNavigate={() => beginSearch(searchAddress(slug, query))}
                  className="flex min-h-11 items-center gap-3 px-4 hover:bg-well/50"
                >
                  <History aria-hidden className="size-4 shrink-0 text-ink-soft" />
                  <span className="truncate">{query}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
