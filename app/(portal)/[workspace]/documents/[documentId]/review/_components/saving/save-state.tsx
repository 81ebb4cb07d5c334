'use client';

import { CircleCheck, CircleDashed, CloudAlert, CloudOff, LoaderCircle, Split } from 'lucide-react';
import { Badge } from '#app/_ui/badge.tsx';
import { Button } from '#app/_ui/button.tsx';
import { plural } from '#app/_ui/words.ts';
import { signInAddress } from '../../../../../_components/signed-out.ts';
import type { PageSnapshot } from './page-session.ts';
import type { Refusal } from './send-save.ts';

type Props = PageSnapshot & { onSave: () => void; onSettle: () => void };

/** Where the person's work is: stored, on its way or waiting, and what to do when it cannot be stored. */
export function SaveState({ edits, saving, onSave, onSettle }: Props) {
  const count = (edits?.waiting.length ?? 0) + (edits?.sending?.operations.length ?? 0);
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 text-small">
      {saving.step === 'saved' && edits ? <Badge icon={CircleCheck} tone="good" label="Saved" /> : null}
      {saving.step === 'waiting' ? <Badge icon={CircleDashed} tone="plain" label="Not saved yet" /> : null}
      {saving.step === 'saving' ? <Badge icon={LoaderCircle} tone="busy" label="Saving…" spin /> : null}
      {saving.step === 'unreachable' ? (
        <>
          <Badge
            icon={CloudOff}
            tone="warn"
            label={`${navigator.onLine ? 'Lectern cannot be reached' : 'Offline'}: ${plural(count, 'change waits', 'changes wait')}`}
          />
          <Button size="small" onClick={onSave}>
            Try now
          </Button>
        </>
      ) : null}
      {saving.step === 'conflict' ? (
        <>
          <Badge icon={Split} tone="warn" label="Somebody else changed the same line" />
          <Button size="small" onClick={onSettle}>
            Compare
          </Button>
        </>
      ) : null}
      {saving.step === 'refused' ? (
        <>
          <Badge
            icon={CloudAlert}
            tone="bad"
            label={`Could not save: ${saidOf(saving.why, saving.message)}`}
          />
          {saving.why === 'signed_out' ? (
            <Button size="small" onClick={() => window.location.assign(signInAddress())}>
              Sign in
            </Button>
          ) : (
            <Button size="small" onClick={onSave}>
              Try again
            </Button>
          )}
        </>
      ) : null}
      <p role="status" className="sr-only">
        {spoken[saving.step]}
      </p>
    </div>
  );
}

/** What a screen reader says by itself; that typing waits for its save is no news. */
const spoken: Record<PageSnapshot['saving']['step'], string> = {
  saved: '',
  waiting: '',
  saving: '',
  unreachable: 'The changes could not be sent. They are kept in this browser and sent later.',
  conflict: 'Somebody else changed the same line. Compare and choose.',
  refused: 'The changes could not be saved.',
};

function saidOf(why: Refusal, message: string): string {
  if (why === 'signed_out') return 'your session has ended. Your changes are kept in this browser.';
  if (why === 'forbidden') return 'your role does not allow corrections any more. Ask an owner or admin.';
  if (why === 'gone') return 'this page or document was deleted.';
  return message;
}
