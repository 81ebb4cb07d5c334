import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// Our own type scale: without it tailwind-merge takes `text-small` for a colour and drops the real colour.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['fine', 'small', 'base', 'large', 'title', 'display'],
      radius: ['small', 'normal', 'large', 'full'],
      shadow: ['sheet', 'lift'],
    },
  },
});

/** Joins class names; a later one wins over an earlier one that sets the same thing. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
