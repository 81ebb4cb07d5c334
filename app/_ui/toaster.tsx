'use client';

import { Toaster as Sonner } from 'sonner';

const toast =
  'flex w-full items-center gap-3 rounded-normal border border-line bg-sheet p-4 text-ink text-small shadow-lift';

/** Short messages at the edge of the window; also read out by screen readers. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      style={{ fontFamily: 'inherit' }}
      gap={8}
      toastOptions={{ unstyled: true, classNames: { toast, icon: 'text-accent', title: 'font-medium' } }}
    />
  );
}
