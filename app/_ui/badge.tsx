import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';

/** The ink of each tone, also for icons that stand without words of their own. */
export const toneInks = {
  plain: 'text-ink-soft',
  busy: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
} as const;

export type Tone = keyof typeof toneInks;

/** A state, always as picture and words; colour only underlines it. */
export function Badge({
  icon: Icon,
  tone,
  label,
  spin,
}: {
  icon: LucideIcon;
  tone: Tone;
  label: string;
  spin?: boolean;
}) {
  return (
    <span className={classNames('inline-flex items-center gap-1.5 font-medium text-small', toneInks[tone])}>
      <Icon aria-hidden className={classNames('size-4 shrink-0', spin && 'animate-spin')} />
      {label}
    </span>
  );
}
