import type { CSSProperties } from 'react';
import { classNames } from './class-names.ts';

/** Holds the place of something that is on its way, so that nothing jumps when it comes. */
export function Skeleton({ className, style }: { className?: string; style?: CSSProperties }) {
  return (
    <span
      aria-hidden
      style={style}
      className={classNames('block animate-breathe rounded-small bg-well', className)}
    />
  );
}
