import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { authorize } from '#lib/access/index.ts';
import { idSchema } from '#lib/contracts/index.ts';
import { trashedDocument } from '#lib/documents/index.ts';
import { reviewOverview } from '#lib/extractions/index.ts';
import { jobProgress } from '#lib/jobs/index.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { ReviewScreen } from './_components/review-screen.tsx';

type Props = { params: Promise<{ workspace: string; documentId: string }> };

/** Once for each request, though title and page both ask. */
const load = cache(async (slug: string, documentId: string) => {
  const { actor, user, workspace } = await workspaceFromSlug(slug);
  if (!idSchema.safeParse(documentId).success) notFound();
  const scope = authorize(actor, workspace.id, 'job:read');
  try {
    const initial = await jobProgress(scope, documentId);
    return { userId: user.id, initial, overview: await reviewOverview(scope, documentId) };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const trashed = await trashedDocument(authorize(actor, workspace.id, 'document:read'), documentId);
    // There it says that it is in the trash, and lets it be restored.
    return trashed ? redirect(`/${workspace.slug}/documents/${documentId}`) : notFound();
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, documentId } = await params;
  return { title: `Review of ${(await load(workspace, documentId)).initial.document.name}` };
}

export default async function ReviewPage({ params }: Props) {
  const { workspace, documentId } = await params;
  return <ReviewScreen key={documentId} {...(await load(workspace, documentId))} />;
}
