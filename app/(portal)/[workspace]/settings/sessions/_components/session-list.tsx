'use client';

import { CircleCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Badge } from '#app/_ui/badge.tsx';
import { Button } from '#app/_ui/button.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { revokeSession } from '../actions.ts';

type Session = {
  id: string;
  device: string;
  /** Where it was used last. */
  address: string | null;
  /** How it began. */
  method: string | null;
  createdAt: string;
  lastSeenAt: string;
  isThis: boolean;
};

export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  return (
    <ul
      aria-label="Sessions"
      className="divide-y divide-line rounded-large border border-line bg-sheet shadow-sheet"
    >
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </ul>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { id, device, address, method, createdAt, lastSeenAt, isThis } = session;
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [isEnded, setIsEnded] = useState(false);
  function end() {
    startTransition(async () => {
      const result = await outcomeOf(() => revokeSession({ sessionId: id }));
      if (!result.ok) {
        toast.error(result.error.message);
        return;
      }
      setIsEnded(true);
      toast.success(`The session of ${device} was ended.`);
      router.refresh();
    });
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 p-4">
      <div className="min-w-0">
        <p className="font-medium">{device}</p>
        <p className="text-ink-soft text-small">
          Last seen <RelativeTime at={lastSeenAt} />
          {address ? ` from ${address}` : null}
        </p>
        <p className="text-ink-soft text-small">
          Signed in <RelativeTime at={createdAt} />
          {method ? ` ${method}` : null}
        </p>
      </div>
      {isThis ? (
        <Badge icon={CircleCheck} tone="good" label="This device" />
      ) : (
        <Button size="small" pending={pending} disabled={isEnded} onClick={end}>
          End session<span className="sr-only"> of {device}</span>
        </Button>
      )}
    </li>
  );
}
