import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { authorize } from '#lib/access/index.ts';
import { insightRangeOf } from '#lib/contracts/index.ts';
import { getInsights } from '#lib/insights/index.ts';
import { InsightsView } from './_components/insights-view.tsx';

export const metadata: Metadata = { title: 'Insights' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function InsightsPage({ params, searchParams }: Props) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  const range = insightRangeOf((await searchParams).range);
  const insights = await getInsights(authorize(actor, workspace.id, 'job:read'), range);
  return (
    <PageFrame>
      <InsightsView workspace={workspace.slug} insights={insights} />
    </PageFrame>
  );
}
