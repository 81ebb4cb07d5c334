import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { authorize } from '#lib/access/index.ts';
import { idSchema } from '#lib/contracts/index.ts';
import { trashedDocument } from '#lib/documents/index.ts';
import { jobProgress } from '#lib/jobs/index.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { DocumentView } from './_components/document-view.tsx';
import { TrashedAtLoad } from './_components/trashed-at-load.tsx';

type Props = { params: Promise<{ workspace: string; documentId: string }> };

/** Once for each request, though title and page both ask. */
const load = cache(async (slug: string, documentId: string) => {
  const { actor, workspace } = await workspaceFromSlug(slug);
  if (!idSchema.safeParse(documentId).success) notFound();
  try {
    return { progress: await jobProgress(authorize(actor, workspace.id, 'job:read'), documentId) };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const trashed = await trashedDocument(authorize(actor, workspace.id, 'document:read'), documentId);
    return trashed ? { trashed } : notFound();
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, documentId } = await params;
  const { progress, trashed } = await load(workspace, documentId);
  return { title: trashed ? trashed.name : progress.document.name };
}

export default async function DocumentPage({ params }: Props) {
  const { workspace, documentId } = await params;
  const { progress, trashed } = await load(workspace, documentId);
  if (trashed) return <TrashedAtLoad documentId={documentId} name={trashed.name} />;
  return <DocumentView key={documentId} initial={progress} />;
}
