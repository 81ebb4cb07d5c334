import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { authorize, roleMay } from '#lib/access/index.ts';
import { queueFilterOf } from '#lib/contracts/index.ts';
import { listQueue } from '#lib/review/index.ts';
import { listMembers } from '#lib/workspaces/index.ts';
import { QueueView } from './_components/queue-view.tsx';

export const metadata: Metadata = { title: 'To review' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function QueuePage({ params, searchParams }: Props) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  const filter = queueFilterOf(await searchParams);
  const [initial, members] = await Promise.all([
    listQueue(authorize(actor, workspace.id, 'job:read'), filter),
    listMembers(authorize(actor, workspace.id, 'workspace:read')),
  ]);
  const reviewers = members
    .filter(({ role }) => roleMay(role, 'review:write'))
    .map(({ id, name }) => ({ id, name }));
  return (
    <PageFrame>
      <QueueView key={JSON.stringify(filter)} {...{ initial, filter, reviewers }} />
    </PageFrame>
  );
}
