import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export type TextFieldProps = ComponentProps<'input'> & {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** A control inside the field's right end. */
  trailing?: ReactNode;
};

/** One labelled line of text with its hint and its problem, tied together for screen readers and read out at once. */
export function TextField({ label, hint, problem, trailing, className, ...input }: TextFieldProps) {
  const id = useId();
  const described = classNames(hint && `${id}-hint`, problem && `${id}-problem`);
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
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={problem ? true : undefined}
          aria-describedby={described || undefined}
          className={classNames(
            'block h-11 w-full rounded-normal border border-edge bg-sheet px-3 text-base sm:h-10',
            'placeholder:text-ink-soft aria-invalid:border-bad',
            trailing && 'pr-12',
          )}
        />
        {trailing ? <div className="absolute inset-y-0 right-0 flex items-center">{trailing}</div> : null}
      </div>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="flex items-start gap-1.5 text-bad text-small">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {problem}
        </p>
      ) : null}
    </div>
  );
}
