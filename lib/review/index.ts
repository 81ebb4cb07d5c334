export { assignDocuments } from './assign-documents.ts';
export { getAssignee } from './get-assignee.ts';
export { listQueue } from './list-queue.ts';
export { nextToReview } from './next-to-review.ts';
