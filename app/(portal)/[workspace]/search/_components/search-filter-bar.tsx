'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import { FilterChoice, FilterDay } from '#app/_ui/filter-fields.tsx';
import { FilterToggle } from '#app/_ui/filter-toggle.tsx';
import { readSearchFilters, reviewStateSchema, type SearchFilters } from '#lib/contracts/index.ts';
import { beginSearch } from '../../_components/search/begun-search.ts';
import { searchAddress } from '../../_components/search/search-address.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { reviewStates } from '../../documents/[documentId]/review/_components/review-states.ts';

type Named = { id: string; name: string };

type Props = {
  query: string;
  filters: SearchFilters;
  people: readonly Named[];
  tags: readonly Named[];
  folders: readonly Named[];
};

const limits = [95, 90, 80, 60].map((percent) => ({ value: String(percent), label: `below ${percent} %` }));

/** Narrows a search by what is known of page and document; each choice goes into the address at once. */
export function SearchFilterBar({ query, filters, people, tags, folders }: Props) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const count = Object.keys(filters).length;
  const set = (name: keyof SearchFilters) => (value: string) => {
    const values = Object.fromEntries(Object.entries(filters).map(([key, kept]) => [key, String(kept)]));
    const address = searchAddress(slug, query, readSearchFilters({ ...values, [name]: value }));
    beginSearch(address);
    router.replace(address);
  };
  const states = reviewStateSchema.options.map((state) => ({
    value: state,
    label: reviewStates[state].label,
  }));
  const choicesOf = (named: Props['people']) => named.map(({ id, name }) => ({ value: id, label: name }));
  const uploaders = choicesOf(people);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <FilterToggle label="Filter" count={count} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />
      <div
        className={classNames(
          'w-full grid-cols-2 items-end gap-x-3 gap-y-2 sm:grid sm:grid-cols-4 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none',
          isOpen ? 'grid' : 'hidden',
        )}
      >
        <FilterChoice
          label="Review"
          any="Any state"
          value={filters.state}
          choices={states}
          onChange={set('state')}
        />
        {tags.length > 0 ? (
          <FilterChoice
            label="Tag"
            any="Any"
            value={filters.tag}
            choices={choicesOf(tags)}
            onChange={set('tag')}
          />
        ) : null}
        {folders.length > 0 ? (
          <FilterChoice
            label="Folder"
            any="Any"
            value={filters.folder}
            choices={choicesOf(folders)}
            onChange={set('folder')}
          />
        ) : null}
        {uploaders.length > 1 ? (
          <FilterChoice
            label="Uploaded by"
            any="Anybody"
            value={filters.person}
            choices={uploaders}
            onChange={set('person')}
          />
        ) : null}
        <FilterChoice
          label="Confidence"
          any="Any"
          value={filters.below?.toString()}
          choices={limits}
          onChange={set('below')}
        />
        <FilterDay label="From" value={filters.from} onChange={set('from')} />
        <FilterDay label="To" value={filters.to} onChange={set('to')} />
      </div>
      {count > 0 ? (
        <Link
          href={searchAddress(slug, query)}
          onNavigate={() => beginSearch(searchAddress(slug, query))}
          className="inline-flex min-h-11 items-center text-accent text-small underline sm:min-h-8"
        >
          No filters
        </Link>
      ) : null}
    </div>
  );
}
