'use client';

import { Image, Text } from 'lucide-react';
import { classNames } from '#app/_ui/class-names.ts';

export type Pane = 'image' | 'text';

const panes = [
  { pane: 'text', label: 'Text', icon: Text },
  { pane: 'image', label: 'Picture', icon: Image },
] as const;

/** On small windows: which of the two panes shows. */
export function ViewSwitch({ pane, onChange }: { pane: Pane; onChange: (pane: Pane) => void }) {
  return (
    <fieldset className="flex border-line border-b lg:hidden">
      <legend className="sr-only">Show</legend>
      {panes.map(({ pane: own, label, icon: Icon }) => (
        <button
          key={own}
          type="button"
          aria-pressed={own === pane}
          onClick={() => onChange(own)}
          className={classNames(
            '-outline-offset-2 flex min-h-11 flex-1 items-center justify-center gap-2 border-b-2 font-medium text-small',
            own === pane ? 'border-accent' : 'border-transparent text-ink-soft',
          )}
        >
          <Icon aria-hidden className="size-4" />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
