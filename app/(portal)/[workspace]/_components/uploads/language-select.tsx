'use client';

import { useId } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import { Select } from '#app/_ui/select.tsx';
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
      <Select
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        className="h-11 max-sm:flex-1 sm:h-9 sm:max-w-56"
      >
        {choices.map(({ code, name, nativeName }) => (
          <option key={code} value={code}>
            {nativeName === '' || nativeName === name ? name : `${name} – ${nativeName}`}
          </option>
        ))}
        <option disabled>Whoever runs Lectern can add others</option>
      </Select>
    </div>
  );
}
