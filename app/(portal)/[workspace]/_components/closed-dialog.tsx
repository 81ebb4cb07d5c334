'use client';

import { AlertDialog } from 'radix-ui';
import { buttonStyle } from '#app/_ui/button-style.ts';
import type { ClosedWhy } from '#lib/contracts/index.ts';
import { signInAddress } from './signed-out.ts';
import { useWorkspace } from './workspace-context.tsx';

/** Stands over a page whose reader may see no more. There is nothing to go back to, so only one way leads on. */
export function ClosedDialog({ why }: { why: ClosedWhy }) {
  const { name } = useWorkspace();
  const isSession = why === 'session';
  return (
    <AlertDialog.Root open>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-[rgb(20_16_8/0.5)]" />
        <AlertDialog.Content className="fixed inset-x-4 bottom-4 z-50 mx-auto max-w-md space-y-4 rounded-large border border-line bg-sheet p-6 shadow-lift sm:top-1/3 sm:bottom-auto">
          <AlertDialog.Title className="font-semibold font-serif text-large">
            {isSession ? 'You are signed out' : `You have no access to ${name} any more`}
          </AlertDialog.Title>
          <AlertDialog.Description className="text-ink-soft [overflow-wrap:anywhere]">
            {isSession
              ? 'Your session was ended. Sign in to go on where you were.'
              : 'Somebody removed you from this workspace, or deleted it. Its owners and admins can tell you more.'}
          </AlertDialog.Description>
          {/* Loaded anew, so that nothing of before stays in memory. */}
          <div className="flex sm:justify-end">
            <AlertDialog.Action asChild>
              <a
                href={isSession ? signInAddress() : '/'}
                className={buttonStyle({ variant: 'primary' }, 'max-sm:w-full')}
              >
                {isSession ? 'Sign in' : 'Go to my workspaces'}
              </a>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
