'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What it is about, below the title. */
  description?: ReactNode;
  children: ReactNode;
  /** Buttons, at the lower edge. */
  actions?: ReactNode;
  /** `max-w-…` of the sheet. */
  className?: string;
};

/** A sheet over the page for something that wants all attention. Escape and the cross close it. */
export function Dialog({ open, onOpenChange, title, description, children, actions, className }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_16_8/0.5)]" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classNames(
            'fixed inset-x-3 top-3 bottom-3 z-50 m-auto flex h-fit max-h-[calc(100dvh-1.5rem)] max-w-2xl flex-col',
            'rounded-large border border-line bg-sheet shadow-lift outline-none',
            className,
          )}
        >
          <div className="flex items-start gap-4 border-line border-b px-5 py-4">
            <div className="min-w-0 flex-1 space-y-1">
              <Radix.Title className="font-semibold font-serif text-large">{title}</Radix.Title>
              {description ? (
                <Radix.Description asChild>
                  <div className="text-ink-soft text-small">{description}</div>
                </Radix.Description>
              ) : null}
            </div>
            <Radix.Close asChild>
              <Button variant="quiet" size="icon" aria-label="Close" className="-mr-2 -mt-1">
                <X aria-hidden className="size-5" />
              </Button>
            </Radix.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
          {actions ? (
            <div className="flex flex-col-reverse gap-2 border-line border-t px-5 py-4 sm:flex-row sm:justify-end">
              {actions}
            </div>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
