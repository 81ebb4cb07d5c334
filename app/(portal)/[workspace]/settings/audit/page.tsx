import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { readCursor } from '#app/_http/list-page.ts';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { AuditFilters } from '#app/_ui/audit/audit-filters.tsx';
import { AuditList } from '#app/_ui/audit/audit-list.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { authorize, roleMay } from '#lib/access/index.ts';
import {
  type AuditEntry,
  auditFilterOf,
  listActors,
  listAuditEvents,
  standingTargets,
} from '#lib/audit/index.ts';
import { auditChoiceOf, auditQuery } from '#lib/contracts/index.ts';

export const metadata: Metadata = { title: 'Audit trail' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AuditPage({ params, searchParams }: Props) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  if (!roleMay(workspace.role, 'audit:read')) return <NotAllowed />;
  const scope = authorize(actor, workspace.id, 'audit:read');
  const query = await searchParams;
  const choice = auditChoiceOf(query);
  const position = typeof query.cursor === 'string' ? (readCursor(query.cursor) ?? null) : null;
  const [page, actors] = await Promise.all([
    listAuditEvents(scope, auditFilterOf(choice), position),
    listActors(scope),
  ]);
  const standing = await standingTargets(scope, page.items);
  const path = `/${workspace.slug}/settings/audit`;
  return (
    <>
      <h1 className="text-title">Audit trail</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        What was done in this workspace, by whom, and from where; and when its members signed in. Nobody can
        change or delete it.
      </p>
      <AuditFilters
        path={path}
        choice={choice}
        actors={actors}
        csvAddress={`/api/audit?${withWorkspace(workspace.slug, auditQuery(choice))}`}
      />
      {page.items.length === 0 ? (
        <Nothing />
      ) : (
        <AuditList
          path={path}
          choice={choice}
          page={page}
          linkTo={(entry) => addressOf(entry, workspace.slug, standing)}
        />
      )}
      <p className="mt-4 text-ink-soft text-small">Days begin at midnight UTC.</p>
    </>
  );
}

function withWorkspace(slug: string, query: URLSearchParams): URLSearchParams {
  query.set('workspace', slug);
  return query;
}

/** Of what has a page of its own and is still there. */
function addressOf({ target }: AuditEntry, slug: string, standing: ReadonlySet<string>): string | null {
  if (!target) return null;
  if (target.kind === 'export') return `/${slug}/exports`;
  if (!standing.has(target.id)) return null;
  if (target.kind === 'document') return `/${slug}/documents/${target.id}`;
  if (target.kind === 'delivery') return `/${slug}/api/webhooks/${target.id}`;
  return target.kind === 'prediction' ? `/p/${target.id}` : null;
}

function Nothing() {
  return (
    <div className="rounded-large border border-line bg-sheet shadow-sheet">
      <EmptyState icon={ScrollText} title="Nothing was done that fits">
        <p>Choose another time, or show everything.</p>
      </EmptyState>
    </div>
  );
}

function NotAllowed() {
  return (
    <>
      <h1 className="mb-4 text-title">Audit trail</h1>
      <Notice tone="info" title="Only owners and admins see the audit trail">
        <p>Ask an owner or admin of this workspace what was done.</p>
      </Notice>
    </>
  );
}
