import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const tones = {
  info: { icon: Info, look: 'border-accent bg-accent-wash', ink: 'text-accent' },
  good: { icon: CircleCheck, look: 'border-good bg-good-wash', ink: 'text-good' },
  warn: { icon: TriangleAlert, look: 'border-warn bg-warn-wash', ink: 'text-warn' },
  bad: { icon: CircleAlert, look: 'border-bad bg-bad-wash', ink: 'text-bad' },
} as const;

type Props = {
  tone: keyof typeof tones;
  title?: string;
  children?: ReactNode;
  /** Read out as soon as it appears: for the answer to something the reader has just done. */
  announce?: boolean;
  className?: string;
};

export function Notice({ tone, title, children, announce = false, className }: Props) {
  const { icon: Icon, look, ink } = tones[tone];
  return (
    <div
      role={announce ? 'alert' : undefined}
      className={classNames('flex gap-3 rounded-normal border-l-4 p-3 text-small', look, className)}
    >
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', ink)} />
      <div className="min-w-0 space-y-1 [overflow-wrap:anywhere]">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
