import { Webhook } from 'lucide-react';
import type { Metadata } from 'next';
import { readCursor } from '#app/_http/list-page.ts';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { authorize, roleMay } from '#lib/access/index.ts';
import { config } from '#lib/platform/config.ts';
import { CHANGEOVER_HOURS, listDeliveries } from '#lib/webhooks/index.ts';
import { CodeSample } from '../../_components/code-sample.tsx';
import { webhookSample } from '../../_components/samples.ts';
import { filterNamed } from '../_components/delivery-filters.ts';
import { DeliveryList } from '../_components/delivery-list.tsx';
import { FilterLinks } from '../_components/filter-links.tsx';
import { RefreshRegularly } from '../_components/refresh-regularly.tsx';
import { SigningSecret } from '../_components/signing-secret.tsx';

export const metadata: Metadata = { title: 'Webhooks' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WebhooksPage({ params, searchParams }: Props) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  if (!roleMay(workspace.role, 'webhook:read')) return <NotAllowed />;
  const scope = authorize(actor, workspace.id, 'webhook:read');
  const { state, cursor } = await searchParams;
  const filter = filterNamed(state);
  const position = typeof cursor === 'string' ? (readCursor(cursor) ?? null) : null;
  const page = await listDeliveries(scope, filter.states, position);
  const isUnused = page.items.length === 0 && filter.name === 'all' && position === null;
  return (
    <div className="space-y-6">
      <div className="space-y-1">
        <h1 className="text-title">Webhooks</h1>
        <p className="text-ink-soft">
          What was sent to programs that asked to be told of their predictions, and what they answered.
        </p>
      </div>
      <SigningSecret changeoverHours={CHANGEOVER_HOURS} />
      {isUnused ? (
        <Unused baseUrl={`${config().publicUrl}/v1`} />
      ) : (
        <section aria-labelledby="deliveries" className="space-y-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <h2 id="deliveries" className="text-large">
              Deliveries
            </h2>
            <FilterLinks workspace={workspace.slug} current={filter.name} />
          </div>
          <DeliveryList workspace={workspace.slug} filter={filter.name} page={page} />
        </section>
      )}
      <RefreshRegularly
        isUnderWay={page.items.some(({ state }) => state === 'pending' || state === 'waiting')}
      />
    </div>
  );
}

function Unused({ baseUrl }: { baseUrl: string }) {
  return (
    <div className="rounded-large border border-line bg-sheet p-4 shadow-sheet">
      <EmptyState icon={Webhook} title="Nothing was sent yet">
        <p>
          A prediction that is given an https address as <code className="font-mono text-small">webhook</code>{' '}
          tells it what becomes of it. If the address does not take the message of the end, it is tried again
          for a minute; here you can send it once more.
        </p>
      </EmptyState>
      <CodeSample label="The command" code={webhookSample(baseUrl)} />
    </div>
  );
}

function NotAllowed() {
  return (
    <>
      <h1 className="mb-4 text-title">Webhooks</h1>
      <Notice tone="info" title="Only owners and admins see webhooks">
        <p>Ask an owner or admin of this workspace what was sent.</p>
      </Notice>
    </>
  );
}
