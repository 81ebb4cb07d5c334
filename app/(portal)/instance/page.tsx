import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { personForPage } from '#app/_session/session.ts';
import { authorizeInstance } from '#lib/access/index.ts';
import { instanceHealth, listPeople, listWorkspaces } from '#lib/instance/index.ts';
import { HealthFacts } from './_components/health-facts.tsx';
import { PeopleTable } from './_components/people-table.tsx';
import { QueueTable } from './_components/queue-table.tsx';
import { WorkspaceTable } from './_components/workspace-table.tsx';

export const metadata: Metadata = { title: 'This installation' };

export default async function InstancePage() {
  const { actor } = await personForPage();
  if (!actor.isInstanceOwner) notFound();
  const scope = authorizeInstance(actor);
  const [health, { workspaces, total }, everybody] = await Promise.all([
    instanceHealth(scope),
    listWorkspaces(scope),
    listPeople(scope),
  ]);
  return (
    <div className="space-y-8">
      <div>
        <h1 className="text-title">This installation</h1>
        <p className="mt-1 text-ink-soft">
          How Lectern is doing, and who uses it. Only you see this page; what workspaces hold is not on it.
        </p>
      </div>
      <HealthFacts health={health} />
      <QueueTable queue={health.queue} />
      <WorkspaceTable workspaces={workspaces} total={total} />
      <PeopleTable people={everybody.people} total={everybody.total} />
    </div>
  );
}
