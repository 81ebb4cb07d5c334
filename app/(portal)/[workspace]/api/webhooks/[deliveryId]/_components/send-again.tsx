'use client';

import { Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { useWorkspace } from '../../../../_components/workspace-context.tsx';
import { replayDelivery } from '../../actions.ts';

/** Has the message sent once more; what comes of it appears among the attempts. */
export function SendAgain({ deliveryId, isUnderWay }: { deliveryId: string; isUnderWay: boolean }) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  function send() {
    startAsking(async () => {
      const result = await outcomeOf(() => replayDelivery({ workspace: slug, deliveryId }));
      if (result.ok) toast.success('The message is on its way again.');
      else toast.error(result.error.message);
      router.refresh();
    });
  }
  return (
    <Button variant="primary" pending={asking || isUnderWay} onClick={send}>
      {asking || isUnderWay ? null : <Send aria-hidden className="size-4" />}
      {isUnderWay ? 'On its way' : 'Send again'}
    </Button>
  );
}
