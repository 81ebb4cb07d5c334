'use client';

import { useId, useState } from 'react';
import { chooseTheme, type Theme, themes } from '#app/_ui/theme.ts';

const labels: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const name = useId();
  return (
    <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
      <legend className="sr-only">Colours</legend>
      {themes.map((choice) => (
        <label key={choice} className="flex min-h-11 items-center gap-2 sm:min-h-9">
          <input
            type="radio"
            name={name}
            value={choice}
            checked={theme === choice}
            onChange={() => {
              setTheme(choice);
              chooseTheme(choice);
            }}
            className="size-4 accent-accent"
          />
          {labels[choice]}
        </label>
      ))}
    </fieldset>
  );
}
