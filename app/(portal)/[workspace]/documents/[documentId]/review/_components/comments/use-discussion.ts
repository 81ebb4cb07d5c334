'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import {
  type ActionResult,
  type Discussion,
  discussionSchema,
  type NewComment,
} from '#lib/contracts/index.ts';
import { getJson } from '../../../../../_components/get-json.ts';
import { useRefetch } from '../../../../../_components/use-refetch.ts';
import { useWorkspace } from '../../../../../_components/workspace-context.tsx';
import { assignDocuments } from '../../../../../review/actions.ts';
import { addComment, deleteComment, resolveComment } from '../../actions.ts';

/** What is said about a document and who is to review it, kept true; null while it is on its way. */
export function useDiscussion(documentId: string) {
  const { slug: workspace } = useWorkspace();
  const [discussion, setDiscussion] = useState<Discussion | null>(null);
  /** Of a comment that is being written: it stays while the comments are closed. */
  const [draft, setDraft] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useRefetch(documentId, async () => {
    const answer = await getJson(`/api/documents/${documentId}/discussion`, discussionSchema);
    if (answer.outcome === 'ok') setDiscussion(answer.data);
    setProblem(answer.outcome === 'failed' ? answer.message : null);
    return answer.outcome !== 'failed';
  });

  /** @returns whether it worked; else the person was told why not. */
  async function change(call: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    const result = await outcomeOf(call);
    if (!result.ok) toast.error(result.error.message);
    refresh();
    return result.ok;
  }

  return {
    discussion,
    problem,
    refresh,
    draft,
    setDraft,
    add: (comment: NewComment) => change(() => addComment({ workspace, documentId, comment })),
    resolve: (commentId: string, isResolved: boolean) =>
      change(() => resolveComment({ workspace, commentId, isResolved })),
    remove: (commentId: string) => change(() => deleteComment({ workspace, commentId })),
    assign: (assigneeId: string | null) =>
      change(() => assignDocuments({ workspace, documentIds: [documentId], assigneeId })),
  };
}

export type DiscussionVerbs = ReturnType<typeof useDiscussion>;

/** How many comments nobody has seen to yet. */
export function openCommentsOf(discussion: Discussion | null): number {
  return discussion?.comments.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0;
}
