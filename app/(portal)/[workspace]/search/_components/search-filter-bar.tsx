'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useId } from 'react';
import { readSearchFilters, reviewStateSchema, type SearchFilters } from '#lib/contracts/index.ts';
import { searchAddress } from '../../_components/search/search-address.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { reviewStates } from '../../documents/[documentId]/review/_components/review-states.ts';

type Named = { id: string; name: string };
type Choice = { value: string; label: string };

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
  const set = (name: keyof SearchFilters) => (value: string) => {
    const values = Object.fromEntries(Object.entries(filters).map(([key, kept]) => [key, String(kept)]));
    router.replace(searchAddress(slug, query, readSearchFilters({ ...values, [name]: value })));
  };
  const states = reviewStateSchema.options.map((state) => ({
    value: state,
    label: reviewStates[state].label,
  }));
  const choicesOf = (named: Props['people']) => named.map(({ id, name }) => ({ value: id, label: name }));
  const uploaders = choicesOf(people);
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <Choose label="Review" any="Any state" value={filters.state} choices={states} onChange={set('state')} />
      {tags.length > 0 ? (
        <Choose label="Tag" any="Any" value={filters.tag} choices={choicesOf(tags)} onChange={set('tag')} />
      ) : null}
      {folders.length > 0 ? (
        <Choose
          label="Folder"
          any="Any"
          value={filters.folder}
          choices={choicesOf(folders)}
          onChange={set('folder')}
        />
      ) : null}
      {uploaders.length > 1 ? (
        <Choose
          label="Uploaded by"
          any="Anybody"
          value={filters.person}
          choices={uploaders}
          onChange={set('person')}
        />
      ) : null}
      <Choose
        label="Confidence"
        any="Any"
        value={filters.below?.toString()}
        choices={limits}
        onChange={set('below')}
      />
      <Day label="From" value={filters.from} onChange={set('from')} />
      <Day label="To" value={filters.to} onChange={set('to')} />
      {Object.keys(filters).length > 0 ? (
        <Link
          href={searchAddress(slug, query)}
          className="inline-flex min-h-11 items-center px-2 text-accent text-small underline sm:min-h-9"
        >
          No filters
        </Link>
      ) : null}
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="min-w-0 text-small">
      <label htmlFor={id} className="block text-ink-soft">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

const field = 'h-11 max-w-48 rounded-normal border border-edge bg-sheet px-2 sm:h-9';

function Choose({
  label,
  any,
  value = '',
  choices,
  onChange,
}: {
  label: string;
  any: string;
  value: string | undefined;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          className={field}
        >
          <option value="">{any}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          defaultValue={value}
          onBlur={({ currentTarget }) => {
            if (currentTarget.value !== (value ?? '')) onChange(currentTarget.value);
          }}
          className={field}
        />
      )}
    </Labelled>
  );
}
