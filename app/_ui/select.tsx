import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** A choice among a few, looking like a text field. The class name says how high and how wide it is. */
export function Select({ className, children, ...select }: ComponentProps<'select'>) {
  return (
    <span className={classNames('relative inline-flex min-w-0 align-top', className)}>
      <select
        {...select}
        className="w-full min-w-0 appearance-none truncate rounded-normal border border-edge bg-sheet pr-9 pl-3 disabled:opacity-50"
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 size-4 text-ink-soft"
      />
    </span>
  );
}
