'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { useNow } from '#app/_ui/clock.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { scopesInWords } from '#app/_ui/token-scopes.ts';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { aheadInWords } from '#app/_ui/words.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { revokeApiToken } from '../actions.ts';

type Token = {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  createdBy: string | null;
  makerLeft: boolean;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
};

export function TokenList({ tokens }: { tokens: readonly Token[] }) {
  if (tokens.length === 0) return <p className="text-ink-soft">There are no tokens yet.</p>;
  return (
    <ul className="divide-y divide-line rounded-large border border-line bg-sheet shadow-sheet">
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </ul>
  );
}

function TokenRow({ token }: { token: Token }) {
  const { id, name } = token;
  const { slug } = useWorkspace();
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [pending, startTransition] = useTransition();
  function revoke() {
    startTransition(async () => {
      const result = await outcomeOf(() => revokeApiToken({ workspace: slug, tokenId: id }));
      if (result.ok) toast.success(`The token “${name}” was revoked.`);
      else toast.error(result.error.message);
      router.refresh();
    });
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 p-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <TokenFacts token={token} />
      </div>
      <Button size="small" pending={pending} onClick={() => setIsAsking(true)}>
        Revoke<span className="sr-only"> the token {name}</span>
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Revoke this token?"
        confirmLabel="Revoke"
        onConfirm={revoke}
        danger
      >
        <p>Programs that use “{name}” are refused from then on. This cannot be undone.</p>
      </ConfirmDialog>
    </li>
  );
}

function TokenFacts({ token }: { token: Token }) {
  const { prefix, scopes, createdBy, makerLeft, createdAt, lastUsedAt, expiresAt } = token;
  const now = useNow(60_000);
  const maker = createdBy && ` by ${createdBy}${makerLeft ? ', who left' : ''}`;
  return (
    <div className="text-ink-soft text-small [overflow-wrap:anywhere]">
      <p>
        <code className="font-mono">{prefix}…</code> · {scopesInWords(scopes) || 'may do nothing'}
      </p>
      <p>
        Made <RelativeTime at={createdAt} />
        {maker} ·{' '}
        {lastUsedAt ? (
          <>
            used <RelativeTime at={lastUsedAt} />
          </>
        ) : (
          'never used'
        )}{' '}
        · {expiresAt ? `ends ${aheadInWords(Date.parse(expiresAt), now)}` : 'never ends'}
      </p>
    </div>
  );
}
