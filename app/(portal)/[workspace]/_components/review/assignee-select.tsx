'use client';

import { classNames } from '#app/_ui/class-names.ts';
import type { Person } from '#lib/contracts/index.ts';

type Props = {
  label: string;
  value: string | null;
  reviewers: readonly Person[];
  /** What stands where nobody is chosen. */
  nobody: string;
  disabled?: boolean;
  onChange: (id: string | null) => void;
  className?: string;
};

/** Chooses who is to review. */
export function AssigneeSelect({ label, value, reviewers, nobody, disabled, onChange, className }: Props) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      className={classNames(
        'h-11 max-w-48 truncate rounded-normal border border-edge bg-sheet px-2 text-small disabled:opacity-50 sm:h-9',
        className,
      )}
    >
      <option value="">{nobody}</option>
      {reviewers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
