'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useId } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import { Select } from '#app/_ui/select.tsx';
import { type Person, type QueueCounts, type QueueFilter, queueFilterOf } from '#lib/contracts/index.ts';
import { queueAddress } from '../../_components/review/review-address.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';

const whose = [
  { who: 'all', label: 'All' },
  { who: 'mine', label: 'Mine' },
  { who: 'unassigned', label: 'Unassigned' },
] as const;

const states = [
  { value: 'open', label: 'To review' },
  { value: 'new', label: 'New' },
  { value: 'in_review', label: 'In review' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'approved', label: 'Approved' },
];

const orders = [
  { value: 'oldest', label: 'Read first' },
  { value: 'doubt', label: 'Weakest page' },
];

type Props = { filter: QueueFilter; counts: QueueCounts; reviewers: readonly Person[] };

/** Which documents the queue shows; each choice goes into the address at once. */
export function QueueFilters({ filter, counts, reviewers }: Props) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const set = (change: Partial<Record<keyof QueueFilter, string>>) =>
    router.replace(queueAddress(slug, queueFilterOf({ ...filter, ...change })));
  const person = whose.some(({ who }) => who === filter.who) ? '' : filter.who;
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <nav aria-label="Whose documents" className="-mx-1 flex flex-wrap">
        {whose.map(({ who, label }) => (
          <Link
            key={who}
            href={queueAddress(slug, { ...filter, who })}
            aria-current={who === filter.who ? 'page' : undefined}
            className={classNames(
              'inline-flex min-h-11 items-center rounded-normal px-3 font-medium text-small sm:min-h-9',
              who === filter.who ? 'bg-accent-wash text-accent' : 'text-ink-soft hover:text-ink',
            )}
          >
            {label}
            {filter.state === 'open' ? ` (${counts[who].toLocaleString('en')})` : null}
          </Link>
        ))}
      </nav>
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 max-sm:w-full sm:flex sm:flex-wrap">
        {reviewers.length > 1 ? (
          <Choice
            label="Reviewer"
            value={person}
            choices={[
              { value: '', label: 'Anybody' },
              ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(who) => set({ who: who || 'all' })}
          />
        ) : null}
        <Choice label="State" value={filter.state} choices={states} onChange={(state) => set({ state })} />
        <Choice label="Order" value={filter.order} choices={orders} onChange={(order) => set({ order })} />
      </div>
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="min-w-0 text-small last:odd:col-span-2">
      <label htmlFor={id} className="block text-ink-soft">
        {label}
      </label>
      <Select
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        className="h-11 w-full sm:h-9 sm:max-w-44"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </div>
  );
}
