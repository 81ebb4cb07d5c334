import { afterAll, expect, it } from 'vitest';
import { deleteDocument } from '#lib/documents/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { readDocument } from '#lib/testing/read-pages.ts';
import { nextToReview } from './next-to-review.ts';
import { setReviewState } from './set-review-state.ts';

afterAll(() => closeQueue());

it('leads to a document with undecided pages of the same workspace, until there is none', async () => {
  const [owner, stranger] = await Promise.all([createUser(), createUser()]);
  await readDocument(stranger, ['theirs']);
  const scope = scopeOf(owner, 'review:write');
  const first = await readDocument(owner, ['one']);
  const second = await readDocument(owner, ['one', 'two']);
  const third = await readDocument(owner, ['one']);
  expect(await nextToReview(scope, first)).toBe(second);
  await setReviewState(scope, second, { pages: [1], state: 'approved' });
  expect(await nextToReview(scope, first)).toBe(second);
  await setReviewState(scope, second, { pages: [2], state: 'rejected', comment: 'Half is missing.' });
  expect(await nextToReview(scope, first)).toBe(third);
  const mayDelete = scopeOf(owner, 'document:write');
  await inTransaction((tx) => deleteDocument(tx, mayDelete, third, new Date()));
  expect(await nextToReview(scope, first)).toBeNull();
});
