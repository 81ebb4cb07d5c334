import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names.ts';
import { Select } from './select.tsx';

type Props = ComponentProps<'select'> & { label: string; hint?: string | undefined };

/** A labelled choice among a few. */
export function SelectField({ label, hint, className, children, ...select }: Props) {
  const id = useId();
  return (
    <div className={classNames('space-y-1.5', className)}>
      <label htmlFor={id} className="block font-medium text-small">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft text-small">
          {hint}
        </p>
      ) : null}
      <Select
        {...select}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="h-11 w-full text-base sm:h-10"
      >
        {children}
      </Select>
    </div>
  );
}
