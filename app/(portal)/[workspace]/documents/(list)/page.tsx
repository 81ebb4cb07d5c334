import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { authorize } from '#lib/access/index.ts';
import { documentFilterQuery, readDocumentFilters } from '#lib/contracts/index.ts';
import { listFolders, listTags } from '#lib/documents/index.ts';
import { listSummaries } from '#lib/jobs/index.ts';
import { listMembers } from '#lib/workspaces/index.ts';
import { DocumentList } from '../_components/document-list.tsx';
import { LibraryProvider } from '../_components/library-context.tsx';

export const metadata: Metadata = { title: 'Documents' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DocumentsPage({ params, searchParams }: Props) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  const filters = readDocumentFilters(await searchParams);
  const scope = authorize(actor, workspace.id, 'document:read');
  const [initial, tags, folders, members] = await Promise.all([
    listSummaries(scope, { filters }),
    listTags(scope),
    listFolders(scope),
    listMembers(authorize(actor, workspace.id, 'workspace:read')),
  ]);
  const people = members.map(({ id, name }) => ({ id, name }));
  return (
    <PageFrame>
      <LibraryProvider value={{ filters, tags, folders, people }}>
        <DocumentList key={`${documentFilterQuery(filters)}`} initial={initial} />
      </LibraryProvider>
    </PageFrame>
  );
}
