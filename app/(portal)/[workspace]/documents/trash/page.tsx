import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { authorize } from '#lib/access/index.ts';
import { listTrash } from '#lib/documents/index.ts';
import { TrashView } from './_components/trash-view.tsx';

export const metadata: Metadata = { title: 'Trash' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

export default async function TrashPage({ params, searchParams }: Props) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  const skip = Math.max(0, Math.trunc(Number((await searchParams).from)) || 0);
  const { documents, total } = await listTrash(authorize(actor, workspace.id, 'document:read'), { skip });
  const entries = documents.map(({ trashedAt, ...rest }) => ({
    ...rest,
    trashedAt: trashedAt.toISOString(),
  }));
  return (
    <PageFrame>
      <TrashView entries={entries} skip={skip} total={total} />
    </PageFrame>
  );
}
