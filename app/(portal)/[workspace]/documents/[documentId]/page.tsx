import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { authorize } from '#lib/access/index.ts';
import { idSchema } from '#lib/contracts/index.ts';
import { jobProgress } from '#lib/jobs/index.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { DocumentView } from './_components/document-view.tsx';

type Props = { params: Promise<{ workspace: string; documentId: string }> };

/** Once for each request, though title and page both ask. */
const loadProgress = cache(async (slug: string, documentId: string) => {
  const { actor, workspace } = await workspaceFromSlug(slug);
  if (!idSchema.safeParse(documentId).success) notFound();
  try {
    return await jobProgress(authorize(actor, workspace.id, 'job:read'), documentId);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, documentId } = await params;
  return { title: (await loadProgress(workspace, documentId)).document.name };
}

export default async function DocumentPage({ params }: Props) {
  const { workspace, documentId } = await params;
  return <DocumentView key={documentId} initial={await loadProgress(workspace, documentId)} />;
}
