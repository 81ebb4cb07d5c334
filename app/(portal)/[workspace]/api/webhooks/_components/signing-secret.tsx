'use client';

import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { readWebhookSecret, replaceWebhookSecret } from '../actions.ts';

const MASK = `whsec_${'•'.repeat(16)}`;

/** The secret that signs webhooks: hidden until it is asked for. */
export function SigningSecret({ changeoverHours }: { changeoverHours: number }) {
  const { slug } = useWorkspace();
  const [shown, setShown] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [reading, startReading] = useTransition();
  const [replacing, startReplacing] = useTransition();

  const read = () => outcomeOf(() => readWebhookSecret({ workspace: slug }));
  function show() {
    startReading(async () => {
      const result = await read();
      if (result.ok) setShown(result.data.secret);
      else toast.error(result.error.message);
    });
  }
  async function textToCopy(): Promise<string> {
    const result = await read();
    if (!result.ok) throw new Error(result.error.message);
    return result.data.secret;
  }
  function replace() {
    startReplacing(async () => {
      const result = await outcomeOf(() => replaceWebhookSecret({ workspace: slug }));
      setShown(null);
      if (result.ok) toast.success('Messages are signed with a new secret. Give it to your receivers.');
      else toast.error(result.error.message);
    });
  }
  return (
    <section
      aria-labelledby="signing-secret"
      className="space-y-3 rounded-large border border-line bg-sheet p-4 shadow-sheet"
    >
      <div className="space-y-1">
        <h2 id="signing-secret" className="text-large">
          Signing secret
        </h2>
        <p className="text-ink-soft text-small">
          With it a receiver checks that a message comes from here: hand it to{' '}
          <code className="font-mono">validateWebhook</code> of Replicate’s clients.
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <code className="mr-auto min-w-0 rounded-small bg-well px-2 py-1 font-mono text-small [overflow-wrap:anywhere]">
          {shown ?? MASK}
        </code>
        {shown ? (
          <Button size="small" onClick={() => setShown(null)}>
            Hide<span className="sr-only"> the signing secret</span>
          </Button>
        ) : (
          <Button size="small" pending={reading} onClick={show}>
            Show<span className="sr-only"> the signing secret</span>
          </Button>
        )}
        <CopyButton
          size="small"
          label={
            <>
              Copy<span className="sr-only"> the signing secret</span>
            </>
          }
          what="The signing secret"
          text={textToCopy}
        />
        <Button size="small" pending={replacing} onClick={() => setIsAsking(true)}>
          Replace…<span className="sr-only"> the signing secret</span>
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Replace the signing secret?"
        confirmLabel="Replace"
        onConfirm={replace}
        danger
      >
        <p>
          Receivers need the new secret. For {changeoverHours} hours messages are signed with both, so that
          none is refused meanwhile; after that the old one counts no longer.
        </p>
      </ConfirmDialog>
    </section>
  );
}
