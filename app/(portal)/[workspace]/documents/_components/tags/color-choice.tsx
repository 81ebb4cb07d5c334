'use client';

import { useId } from 'react';
import { type TagColor, tagColors } from '#lib/contracts/index.ts';
import { TagDot } from './tag-chip.tsx';

type Props = { label: string; value: TagColor; onChange: (color: TagColor) => void };

export function ColorChoice({ label, value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <div className="flex flex-wrap gap-1">
        {tagColors.map((color) => (
          <label
            key={color}
            className="grid size-11 cursor-pointer place-items-center rounded-normal border-2 border-transparent has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-accent sm:size-8"
          >
            <input
              type="radio"
              name={name}
              value={color}
              checked={value === color}
              onChange={() => onChange(color)}
              className="sr-only"
            />
            <span className="sr-only">{color}</span>
            <TagDot color={color} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
