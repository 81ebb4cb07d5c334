'use client';

import { useEffect, useRef, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { plural } from '#app/_ui/words.ts';
import { type SearchAnswer, type SearchFilters, searchAnswerSchema } from '#lib/contracts/index.ts';
import { getJson } from '../../_components/get-json.ts';
import { takeBegunSearch } from '../../_components/search/begun-search.ts';
import { searchAddress } from '../../_components/search/search-address.ts';
import { SearchBox } from '../../_components/search/search-box.tsx';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { DocumentsByName } from './documents-by-name.tsx';
import { HitRow } from './hit-row.tsx';
import { NothingFound } from './nothing-found.tsx';
import { RecentSearches } from './recent-searches.tsx';
import { rememberSearch } from './remembered-searches.ts';
import { SearchFilterBar } from './search-filter-bar.tsx';
import { SimilarWords } from './similar-words.tsx';

type Named = { id: string; name: string };

type Props = {
  query: string;
  filters: SearchFilters;
  /** The first part of what was found. */
  answer: SearchAnswer;
  people: readonly Named[];
  tags: readonly Named[];
  folders: readonly Named[];
};

/** A search and what it found. The address says all of it: a link is a saved search. */
export function SearchView({ query, filters, answer, ...choices }: Props) {
  const { slug } = useWorkspace();
  const [hits, setHits] = useState(answer.hits);
  const [place, setPlace] = useState(answer.next);
  const [isLoading, setIsLoading] = useState(false);
  const { matches, isCountComplete, similar, problem } = answer;
  const box = useRef<HTMLInputElement>(null);
  const outcome = useRef<HTMLElement>(null);
  const address = searchAddress(slug, query, filters);
  useHotkeys('slash', () => box.current?.focus(), { preventDefault: true });

  // Who comes without words came to write some. Where others began this search is gone, and the focus with it: they go
  // on at what was found. Who loads the page or goes back to it is left where they are.
  useEffect(() => {
    const isBegun = takeBegunSearch(address);
    if (query === '') box.current?.focus();
    else if (isBegun) outcome.current?.focus({ preventScroll: true });
    return () => void takeBegunSearch(address);
  }, [address, query]);

  useEffect(() => {
    if (answer.matches > 0) rememberSearch(slug, query);
  }, [slug, query, answer.matches]);

  function atOutcome(element: HTMLElement | null): void {
    outcome.current = element;
  }

  async function loadMore(after: string) {
    setIsLoading(true);
    const asked = { workspace: slug, q: query, after, ...textual(filters) };
    const path = `/api/search?${new URLSearchParams(asked)}`;
    const next = await getJson(path, searchAnswerSchema);
    setIsLoading(false);
    if (next.outcome === 'ok') {
      const known = new Set(hits.map(({ documentId, pageNumber }) => `${documentId} ${pageNumber}`));
      const added = next.data.hits.filter((hit) => !known.has(`${hit.documentId} ${hit.pageNumber}`));
      setHits([...hits, ...added]);
      setPlace(next.data.next);
    } else toast.error(next.outcome === 'failed' ? next.message : 'The workspace is gone.');
  }

  return (
    <div className="mx-auto max-w-4xl space-y-5">
      <h1 className="text-title">Search</h1>
      <div className="space-y-3">
        <SearchBox label="Words to search for" initialQuery={query} filters={filters} inputRef={box} />
        <SearchFilterBar query={query} filters={filters} {...choices} />
      </div>
      {query.trim() === '' ? <RecentSearches /> : null}
      {problem ? (
        <p
          ref={atOutcome}
          tabIndex={-1}
          className="rounded-normal bg-warn-wash px-4 py-3 text-warn outline-none"
        >
          {problem}
        </p>
      ) : null}
      <DocumentsByName documents={answer.documents} />
      <SimilarWords query={query} similar={similar} />
      {hits.length > 0 ? (
        <section aria-labelledby="pages-found" className="space-y-3">
          <div role="status">
            <h2
              ref={atOutcome}
              id="pages-found"
              tabIndex={-1}
              className="font-sans text-ink-soft text-small outline-none"
            >
              {isCountComplete
                ? plural(matches, 'page')
                : `More than ${plural(matches, 'page')}. These are the best of the newest ${matches.toLocaleString('en')}.`}
            </h2>
          </div>
          <ol className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet">
            {hits.map((hit) => (
              <HitRow key={`${hit.documentId} ${hit.pageNumber}`} hit={hit} query={query} />
            ))}
          </ol>
          {place ? (
            <div className="text-center">
              <Button pending={isLoading} onClick={() => void loadMore(place)}>
                Load more
              </Button>
            </div>
          ) : null}
        </section>
      ) : null}
      {query.trim() !== '' && hits.length === 0 && !problem ? (
        <section ref={atOutcome} tabIndex={-1} aria-label="Nothing found" className="outline-none">
          <NothingFound query={query} isFiltered={Object.keys(filters).length > 0} />
        </section>
      ) : null}
    </div>
  );
}

function textual(filters: SearchFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)]));
}
