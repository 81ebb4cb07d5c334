'use client';

import { AtSign } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { type Mention, mentionListSchema } from '#lib/contracts/index.ts';
import { getJson } from '../../../_components/get-json.ts';
import { authorName } from '../../../_components/review/author-name.ts';
import { useReviewCounts } from '../../../_components/review/review-counts.tsx';
import { useRefetch } from '../../../_components/use-refetch.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { CommentText } from '../../../documents/[documentId]/review/_components/comments/comment-text.tsx';
import { markMentionsSeen } from '../../actions.ts';

/** Comments that mention the reader; opening one marks it as seen. */
export function MentionList({ initial }: { initial: readonly Mention[] }) {
  const { slug } = useWorkspace();
  const { refresh: refreshCounts } = useReviewCounts();
  const [mentions, setMentions] = useState(initial);
  const refresh = useRefetch('*', async () => {
    const path = `/api/review/mentions?workspace=${encodeURIComponent(slug)}`;
    const answer = await getJson(path, mentionListSchema);
    if (answer.outcome === 'ok') setMentions(answer.data.mentions);
    return answer.outcome !== 'failed';
  });

  async function markSeen(commentIds: string[] | 'all') {
    const result = await outcomeOf(() => markMentionsSeen({ workspace: slug, commentIds }));
    if (!result.ok) toast.error(result.error.message);
    refresh();
    refreshCounts();
  }

  const hasNew = mentions.some(({ isSeen }) => !isSeen);
  return (
    <div className="space-y-4">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2">
        <h1 className="text-title">Mentions</h1>
        {hasNew ? <Button onClick={() => void markSeen('all')}>Mark all as seen</Button> : null}
      </div>
      <div className="overflow-hidden rounded-large border border-line bg-sheet shadow-sheet">
        {mentions.length === 0 ? (
          <EmptyState icon={AtSign} title="Nobody has mentioned you yet">
            <p>When somebody writes your name after an @ in a comment, it stands here.</p>
          </EmptyState>
        ) : (
          <ul data-testid="mentions" className="divide-y divide-line">
            {mentions.map((mention) => (
              <MentionRow key={mention.id} mention={mention} onOpen={() => void markSeen([mention.id])} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function MentionRow({ mention, onOpen }: { mention: Mention; onOpen: () => void }) {
  const { slug } = useWorkspace();
  const { id, author, apiToken, body, createdAt, documentId, documentName, isSeen, mentions, pageNumber } =
    mention;
  const query = new URLSearchParams({ page: String(pageNumber ?? 1), comment: id });
  return (
    <li className="relative space-y-1 px-3 py-3 text-small hover:bg-well/50 sm:px-4">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {isSeen ? null : (
          <span className="rounded-full bg-accent px-2 font-medium text-fine text-on-accent">New</span>
        )}
        <Link
          href={`/${slug}/documents/${documentId}/review?${query}`}
          onClick={() => {
            if (!isSeen) onOpen();
          }}
          className="font-medium after:absolute after:inset-0 hover:text-accent hover:underline"
        >
          {authorName(author?.name ?? null, apiToken)} on {documentName}
          {pageNumber === null ? '' : `, page ${pageNumber}`}
        </Link>
        <RelativeTime at={createdAt} className="relative text-ink-soft" />
        {mention.resolvedAt ? <span className="text-ink-soft">Resolved</span> : null}
      </p>
      <CommentText body={body} mentions={mentions} />
    </li>
  );
}
