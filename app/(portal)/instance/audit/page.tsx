import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readCursor } from '#app/_http/list-page.ts';
import { personForPage } from '#app/_session/session.ts';
import { AuditFilters } from '#app/_ui/audit/audit-filters.tsx';
import { AuditList } from '#app/_ui/audit/audit-list.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { authorizeInstance } from '#lib/access/index.ts';
import { auditFilterOf, listAllAuditEvents } from '#lib/audit/index.ts';
import { auditChoiceOf, auditQuery } from '#lib/contracts/index.ts';
import { listWorkspaces } from '#lib/instance/index.ts';

export const metadata: Metadata = { title: 'Audit trail of this installation' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PATH = '/instance/audit';

export default async function InstanceAuditPage({ searchParams }: Props) {
  const { actor } = await personForPage();
  if (!actor.isInstanceOwner) notFound();
  const scope = authorizeInstance(actor);
  const query = await searchParams;
  const choice = auditChoiceOf(query);
  const position = typeof query.cursor === 'string' ? (readCursor(query.cursor) ?? null) : null;
  const [page, { workspaces }] = await Promise.all([
    listAllAuditEvents(scope, auditFilterOf(choice), position),
    listWorkspaces(scope),
  ]);
  const names = new Map(workspaces.map(({ id, name }) => [id, name]));
  return (
    <>
      <h1 className="text-title">Audit trail of this installation</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        What was done in all workspaces and outside of them, and who signed in or failed to. Nobody can change
        or delete it.
      </p>
      <AuditFilters path={PATH} choice={choice} csvAddress={`/api/instance/audit?${auditQuery(choice)}`} />
      {page.items.length === 0 ? (
        <div className="rounded-large border border-line bg-sheet shadow-sheet">
          <EmptyState icon={ScrollText} title="Nothing was done that fits">
            <p>Choose another time, or show everything.</p>
          </EmptyState>
        </div>
      ) : (
        <AuditList
          path={PATH}
          choice={choice}
          page={page}
          workspaceName={(id) => names.get(id) ?? 'a workspace that is gone'}
        />
      )}
      <p className="mt-4 text-ink-soft text-small">Days begin at midnight UTC.</p>
    </>
  );
}
