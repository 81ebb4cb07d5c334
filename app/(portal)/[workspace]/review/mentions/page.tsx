import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { authorize } from '#lib/access/index.ts';
import { listMentions } from '#lib/review/index.ts';
import { MentionList } from './_components/mention-list.tsx';

export const metadata: Metadata = { title: 'Mentions' };

export default async function MentionsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  const initial = await listMentions(authorize(actor, workspace.id, 'job:read'));
  return (
    <PageFrame>
      <MentionList initial={initial} />
    </PageFrame>
  );
}
