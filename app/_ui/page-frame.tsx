import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The margins that every page of the portal shares. */
export function PageFrame({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={classNames('mx-auto w-full max-w-[84rem] px-4 py-6 sm:px-6', className)}>{children}</div>
  );
}
