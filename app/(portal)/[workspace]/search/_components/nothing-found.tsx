import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { beginSearch } from '../../_components/search/begun-search.ts';
import { searchAddress } from '../../_components/search/search-address.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';

const LONGEST_SHOWN = 80;

/** Nothing was found: what to try. */
export function NothingFound({ query, isFiltered }: { query: string; isFiltered: boolean }) {
  const { slug } = useWorkspace();
  const withoutFilters = searchAddress(slug, query);
  const shown = query.length > LONGEST_SHOWN ? `${query.slice(0, LONGEST_SHOWN)}…` : query;
  return (
    <EmptyState
      icon={SearchX}
      title="No page says that"
      actions={
        isFiltered ? (
          <Link
            href={withoutFilters}
            onNavigate={() => beginSearch(withoutFilters)}
            className={buttonStyle({ variant: 'primary' })}
          >
            Search without filters
          </Link>
        ) : undefined
      }
    >
      <p>
        Nothing in this workspace holds “{shown}”, nor words that are nearly alike. Use fewer words, the
        beginning of one (<kbd>invo*</kbd>) or alternatives (<kbd>bill OR invoice</kbd>).
      </p>
    </EmptyState>
  );
}
