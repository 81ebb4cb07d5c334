'use client';

import { useId } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import { useLanguages } from './languages-context.tsx';

type Props = { label: string; value: string; onChange: (code: string) => void; className?: string };

/** In which language a document is read. Shows nothing where nobody can choose. */
export function LanguageSelect({ label, value, onChange, className }: Props) {
  const id = useId();
  const { choices } = useLanguages();
  if (choices.length === 0) return null;
  return (
    <div className={classNames('flex items-center gap-2 text-small', className)}>
      <label htmlFor={id} className="shrink-0 text-ink-soft">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        className="h-11 min-w-0 max-w-56 truncate rounded-normal border border-edge bg-sheet pl-2 sm:h-9"
      >
        {choices.map(({ code, name, nativeName }) => (
          <option key={code} value={code}>
            {nativeName === '' || nativeName === name ? name : `${name} – ${nativeName}`}
          </option>
        ))}
        <option disabled>Whoever runs Lectern can add others</option>
      </select>
    </div>
  );
}
