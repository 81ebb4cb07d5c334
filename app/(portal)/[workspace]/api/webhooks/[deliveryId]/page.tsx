import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { authorize, roleMay } from '#lib/access/index.ts';
import { idSchema } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { getDelivery } from '#lib/webhooks/index.ts';
import { stateOfDelivery } from '../_components/delivery-state.ts';
import { RefreshRegularly } from '../_components/refresh-regularly.tsx';
import { AttemptList } from './_components/attempt-list.tsx';
import { MessageText } from './_components/message-text.tsx';
import { SendAgain } from './_components/send-again.tsx';

type Props = { params: Promise<{ workspace: string; deliveryId: string }> };

export const metadata: Metadata = { title: 'Webhook delivery' };

export default async function DeliveryPage({ params }: Props) {
  const { workspace: slug, deliveryId } = await params;
  const { actor, workspace } = await workspaceFromSlug(slug);
  if (!roleMay(workspace.role, 'webhook:read')) return <NotAllowed />;
  if (!idSchema.safeParse(deliveryId).success) notFound();
  const delivery = await getDelivery(authorize(actor, workspace.id, 'webhook:read'), deliveryId).catch(
    (error: unknown) => {
      if (error instanceof NotFound) notFound();
      throw error;
    },
  );
  const { event, state, url, predictionId, createdAt, attempts, replays, body } = delivery;
  const isUnderWay = state === 'pending' || state === 'waiting';
  return (
    <div className="space-y-8">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 space-y-1">
          <h1 className="text-title [overflow-wrap:anywhere]">
            {event} to {new URL(url).host}
          </h1>
          <p className="flex flex-wrap gap-x-3 text-small">
            <Badge {...stateOfDelivery(state, attempts.length)} />
            <RelativeTime at={createdAt.toISOString()} className="text-ink-soft" />
          </p>
        </div>
        {body !== null && roleMay(workspace.role, 'webhook:replay') ? (
          <SendAgain deliveryId={deliveryId} isUnderWay={isUnderWay} />
        ) : null}
      </div>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <dt className="text-ink-soft">Address</dt>
        <dd className="[overflow-wrap:anywhere] max-sm:mb-2">{url}</dd>
        <dt className="text-ink-soft">Prediction</dt>
        <dd className="max-sm:mb-2">
          <Link href={`/p/${predictionId}`} className="font-mono text-accent text-small underline">
            {predictionId}
          </Link>
        </dd>
        <dt className="text-ink-soft">Message</dt>
        <dd className="font-mono text-small">{deliveryId}</dd>
      </dl>
      <AttemptList attempts={attempts} replays={replays} />
      <MessageText delivery={delivery} />
      <RefreshRegularly isUnderWay={isUnderWay} />
    </div>
  );
}

function NotAllowed() {
  return (
    <Notice tone="info" title="Only owners and admins see webhooks">
      <p>Ask an owner or admin of this workspace what was sent.</p>
    </Notice>
  );
}
