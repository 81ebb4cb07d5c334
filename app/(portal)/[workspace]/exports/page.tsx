import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { authorize } from '#lib/access/index.ts';
import { listExports } from '#lib/exports/index.ts';
import { ExportList } from './_components/export-list.tsx';

export const metadata: Metadata = { title: 'Exports' };

export default async function ExportsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  const initial = await listExports(authorize(actor, workspace.id, 'job:read'));
  return (
    <PageFrame>
      <ExportList initial={initial} />
    </PageFrame>
  );
}
