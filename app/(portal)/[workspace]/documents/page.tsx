import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { authorize } from '#lib/access/index.ts';
import { listSummaries } from '#lib/jobs/index.ts';
import { DocumentList } from './_components/document-list.tsx';

export const metadata: Metadata = { title: 'Documents' };

export default async function DocumentsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  const initial = await listSummaries(authorize(actor, workspace.id, 'document:read'));
  return (
    <PageFrame>
      <DocumentList initial={initial} />
    </PageFrame>
  );
}
