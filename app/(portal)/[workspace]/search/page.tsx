import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { toSearchAnswer } from '#app/api/search/search-answer.ts';
import { authorize } from '#lib/access/index.ts';
import { readSearchFilters } from '#lib/contracts/index.ts';
import { listFolders, listTags } from '#lib/documents/index.ts';
import { searchPages } from '#lib/search/index.ts';
import { listMembers } from '#lib/workspaces/index.ts';
import { SearchView } from './_components/search-view.tsx';

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = singleValues(await searchParams);
  return { title: q ? `Search: ${q.slice(0, 80)}` : 'Search' };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  const values = singleValues(await searchParams);
  const query = values.q ?? '';
  const filters = readSearchFilters(values);
  const scope = authorize(actor, workspace.id, 'document:read');
  const [found, people, tags, folders] = await Promise.all([
    searchPages(scope, query, { filters }),
    listMembers(authorize(actor, workspace.id, 'workspace:read')),
    listTags(scope),
    listFolders(scope),
  ]);
  const answer = toSearchAnswer(found);
  return (
    <PageFrame>
      <SearchView
        key={JSON.stringify([query, filters])}
        {...{ query, filters, answer, people, tags, folders }}
      />
    </PageFrame>
  );
}

/** Of a name that an address repeats, the first value counts. */
function singleValues(
  values: Record<string, string | string[] | undefined>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
