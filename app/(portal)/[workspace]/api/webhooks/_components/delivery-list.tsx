import Link from 'next/link';
import { cursorOf } from '#app/_http/list-page.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { plural } from '#app/_ui/words.ts';
import type { DeliverySummary, listDeliveries } from '#lib/webhooks/index.ts';
import { listAddress } from './delivery-filters.ts';
import { stateOfDelivery } from './delivery-state.ts';

type Props = { workspace: string; filter: string; page: Awaited<ReturnType<typeof listDeliveries>> };

/** One page of deliveries, newest first, and the ways to its neighbours. */
export function DeliveryList({ workspace, filter, page: { items, newer, older } }: Props) {
  if (items.length === 0) return <p className="text-ink-soft">There are no deliveries in this state.</p>;
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet">
        {items.map((delivery) => (
          <DeliveryRow key={delivery.id} workspace={workspace} delivery={delivery} />
        ))}
      </ul>
      {newer || older ? (
        <nav aria-label="Further deliveries" className="flex justify-between gap-3">
          {newer ? (
            <Link href={listAddress(workspace, filter, cursorOf(newer))} className={buttonStyle()}>
              Newer
            </Link>
          ) : (
            <span />
          )}
          {older ? (
            <Link href={listAddress(workspace, filter, cursorOf(older))} className={buttonStyle()}>
              Older
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

function DeliveryRow({ workspace, delivery }: { workspace: string; delivery: DeliverySummary }) {
  const { id, event, url, predictionId, state, createdAt, lastAttempt } = delivery;
  return (
    <li className="relative grid gap-x-6 gap-y-1 px-3 py-3 hover:bg-well/50 sm:grid-cols-[minmax(0,1fr)_12rem] sm:items-center sm:px-4">
      <div className="min-w-0">
        <Link
          href={`/${workspace}/api/webhooks/${id}`}
          className="block truncate font-medium after:absolute after:inset-0 hover:text-accent hover:underline"
        >
          {event} <span className="font-normal text-ink-soft">to</span> {new URL(url).host}
        </Link>
        <p className="truncate text-ink-soft text-small">
          <RelativeTime at={createdAt.toISOString()} className="relative" /> · prediction{' '}
          <span className="font-mono text-fine">{predictionId}</span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 sm:block">
        <Badge {...stateOfDelivery(state, lastAttempt?.number ?? 0)} />
        {lastAttempt ? (
          <p className="text-ink-soft text-small">
            {lastAttempt.responseStatus === null ? 'No answer' : `Status ${lastAttempt.responseStatus}`}
            {lastAttempt.number > 1 ? ` · ${plural(lastAttempt.number, 'attempt')}` : null}
          </p>
        ) : null}
      </div>
    </li>
  );
}
