'use client';

import { classNames } from '#app/_ui/class-names.ts';
import { Select } from '#app/_ui/select.tsx';
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
    <Select
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      className={classNames('h-11 text-small sm:h-9', className)}
    >
      <option value="">{nobody}</option>
      {reviewers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
