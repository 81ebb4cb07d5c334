import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { authorize, roleMay } from '#lib/access/index.ts';
import { insightRangeOf } from '#lib/contracts/index.ts';
import { usageReport } from '#lib/usage/index.ts';
import { UsageView } from './_components/usage-view.tsx';

export const metadata: Metadata = { title: 'Usage' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function UsagePage({ params, searchParams }: Props) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  if (!roleMay(workspace.role, 'usage:read')) return <NotAllowed />;
  const range = insightRangeOf((await searchParams).range);
  const report = await usageReport(authorize(actor, workspace.id, 'usage:read'), range);
  return <UsageView workspace={workspace.slug} report={report} />;
}

function NotAllowed() {
  return (
    <>
      <h1 className="mb-4 text-title">Usage</h1>
      <Notice tone="info" title="Only owners and admins see the usage">
        <p>Ask an owner or admin of this workspace how many pages were read.</p>
      </Notice>
    </>
  );
}
