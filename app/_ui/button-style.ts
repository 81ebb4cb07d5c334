import { classNames } from './class-names.ts';

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-deep',
  secondary: 'border border-edge bg-sheet text-ink hover:border-ink hover:bg-well',
  quiet: 'text-ink hover:bg-well',
  danger: 'bg-bad text-on-bad hover:bg-bad-deep',
} as const;

// 44 px on phones, where fingers point.
const sizes = {
  normal: 'min-h-11 px-4 sm:min-h-10',
  small: 'min-h-11 px-3 text-small sm:min-h-8',
  icon: 'min-h-11 min-w-11 sm:min-h-9 sm:min-w-9',
} as const;

export type ButtonLook = {
  variant?: keyof typeof variants | undefined;
  size?: keyof typeof sizes | undefined;
};

/** The look of a button, also for links that act like one. */
export function buttonStyle(look: ButtonLook = {}, className?: string): string {
  return classNames(
    'inline-flex select-none items-center justify-center gap-2 rounded-normal font-medium leading-5',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:shrink-0',
    variants[look.variant ?? 'secondary'],
    sizes[look.size ?? 'normal'],
    className,
  );
}
