import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { authorize } from '#lib/access/index.ts';
import { hasDocument } from '#lib/documents/index.ts';

type Props = { children: ReactNode; params: Promise<{ workspace: string; documentId: string }> };

/** Above the loading state, with which Next sends its 200: only here can an unknown document still answer 404. */
export default async function DocumentLayout({ children, params }: Props) {
  const { workspace: slug, documentId } = await params;
  const { actor, workspace } = await workspaceFromSlug(slug);
  if (!(await hasDocument(authorize(actor, workspace.id, 'document:read'), documentId))) notFound();
  return children;
}
