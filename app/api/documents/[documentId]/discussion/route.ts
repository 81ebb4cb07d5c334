import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { authorize, roleMay } from '#lib/access/index.ts';
import type { Discussion } from '#lib/contracts/index.ts';
import { getAssignee, listComments } from '#lib/review/index.ts';
import { listMembers } from '#lib/workspaces/index.ts';

/** What is said about the document, who is to review it, and whom one can mention. */
export const GET = portalRoute<{ documentId: string }>(async ({ params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'job:read');
  const [comments, assignee, members] = await Promise.all([
    listComments(scope, params.documentId),
    getAssignee(scope, params.documentId),
    listMembers(authorize(session.actor, scope.workspaceId, 'workspace:read')),
  ]);
  const people = members.map(({ id, name, role }) => ({
    id,
    name,
    mayReview: roleMay(role, 'review:write'),
  }));
  const discussion: Discussion = { comments, assignee, people, me: session.user.id };
  return jsonReply(discussion);
});
