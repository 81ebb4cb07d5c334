'use client';

import { CircleCheck, CircleOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '#app/_ui/badge.tsx';
import { Button } from '#app/_ui/button.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { plural } from '#app/_ui/words.ts';
import { ProofDialog } from './proof-dialog.tsx';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';
import { SetUpAppDialog } from './set-up-app-dialog.tsx';

type Props = {
  /** Null: switched off. */
  state: { since: string; recoveryCodesLeft: number } | null;
  /** What the person has to prove themselves by. */
  proof: string;
};

export function SecondFactor({ state, proof }: Props) {
  const router = useRouter();
  const [asked, setAsked] = useState<'set up' | 'switch off' | 'renew'>();
  const [codes, setCodes] = useState<string[]>();
  const close = () => setAsked(undefined);
  function show(newCodes: string[]) {
    close();
    setCodes(newCodes);
  }
  function done() {
    close();
    setCodes(undefined);
    router.refresh();
  }
  return (
    <>
      {state ? (
        <div className="space-y-4">
          <Badge icon={CircleCheck} tone="good" label="Switched on" />
          <p className={state.recoveryCodesLeft <= 2 ? 'text-warn' : 'text-ink-soft'}>
            Since <RelativeTime at={state.since} />.{' '}
            {plural(state.recoveryCodesLeft, 'recovery code is', 'recovery codes are')} left for when you do
            not have the app.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setAsked('renew')} className="max-sm:w-full">
              Make new recovery codes
            </Button>
            <Button onClick={() => setAsked('switch off')} className="max-sm:w-full">
              Switch off
            </Button>
          </div>
        </div>
      ) : (
        <div className="space-y-4">
          <Badge icon={CircleOff} tone="plain" label="Switched off" />
          <div>
            <Button onClick={() => setAsked('set up')} className="max-sm:w-full">
              Set up the app
            </Button>
          </div>
        </div>
      )}
      <SetUpAppDialog open={asked === 'set up'} onClose={close} onCodes={show} />
      <ProofDialog kind={asked} proof={proof} onClose={close} onCodes={show} onOff={done} />
      <RecoveryCodesDialog codes={codes} onClose={done} />
    </>
  );
}
