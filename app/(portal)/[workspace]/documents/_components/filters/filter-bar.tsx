'use client';

import { UserRound } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { FilterChoice, FilterDay } from '#app/_ui/filter-fields.tsx';
import { FilterToggle } from '#app/_ui/filter-toggle.tsx';
import {
  type DocumentFilters,
  isNarrowed,
  readDocumentFilters,
  reviewStateSchema,
} from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { reviewStates } from '../../[documentId]/review/_components/review-states.ts';
import { useLibrary } from '../library-context.tsx';
import { viewAddress } from '../view-address.ts';

const sorts = [
  { value: 'oldest', label: 'Oldest first' },
  { value: 'name', label: 'Name' },
  { value: 'confidence', label: 'Lowest confidence first' },
];
const readings = [
  { value: 'busy', label: 'Being read' },
  { value: 'read', label: 'Read' },
  { value: 'problem', label: 'With a problem' },
];
const states = reviewStateSchema.options.map((state) => ({ value: state, label: reviewStates[state].label }));

/** Narrows the list and orders it; each choice goes into the address at once, so that a view is a link. */
export function FilterBar() {
  const { slug } = useWorkspace();
  const { filters, tags, people } = useLibrary();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const isMine = filters.person === 'me';
  const count = Object.keys(filters).filter((name) => name !== 'sort' && name !== 'folder').length;
  const set = (name: keyof DocumentFilters) => (value: string) =>
    router.replace(viewAddress(slug, readDocumentFilters({ ...filters, [name]: value })), { scroll: false });

  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2">
      <FilterToggle
        label="Filter and sort"
        count={count}
        isOpen={isOpen}
        onToggle={() => setIsOpen(!isOpen)}
      />
      {people.length > 1 ? (
        <Button
          size="small"
          aria-pressed={isMine}
          onClick={() => set('person')(isMine ? '' : 'me')}
          className={classNames('sm:min-h-9', isMine && 'border-accent! bg-accent-wash! text-accent!')}
        >
          <UserRound aria-hidden className="size-4" />
          Mine
        </Button>
      ) : null}
      <div
        className={classNames(
          'flex-wrap items-end gap-x-3 gap-y-2 max-sm:w-full max-sm:*:w-[calc(50%-0.375rem)] sm:contents',
          isOpen ? 'flex' : 'hidden',
        )}
      >
        {tags.length > 0 ? (
          <FilterChoice
            label="Tag"
            any="Any"
            value={filters.tag}
            choices={tags.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={set('tag')}
          />
        ) : null}
        <FilterChoice
          label="Reading"
          any="Any state"
          value={filters.reading}
          choices={readings}
          onChange={set('reading')}
        />
        <FilterChoice
          label="Review"
          any="Any state"
          value={filters.review}
          choices={states}
          onChange={set('review')}
        />
        {people.length > 1 ? (
          <FilterChoice
            label="Uploaded by"
            any="Anybody"
            value={filters.person}
            choices={[
              { value: 'me', label: 'Me' },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={set('person')}
          />
        ) : null}
        <FilterDay label="From" value={filters.from} onChange={set('from')} />
        <FilterDay label="To" value={filters.to} onChange={set('to')} />
        <FilterChoice
          label="Sort"
          any="Newest first"
          value={filters.sort}
          choices={sorts}
          onChange={set('sort')}
        />
        {isNarrowed(filters) || filters.sort ? (
          <div className="flex items-center gap-1">
            <CopyButton
              size="small"
              variant="quiet"
              label="Copy link to this view"
              what="The link to this view"
              text={() => `${window.location.origin}${viewAddress(slug, filters)}`}
            />
            <Link
              href={viewAddress(slug)}
              className="inline-flex min-h-11 items-center px-2 text-accent text-small underline sm:min-h-8"
            >
              No filters
            </Link>
          </div>
        ) : null}
      </div>
    </div>
  );
}
