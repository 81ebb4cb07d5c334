import { z } from 'zod';
import { reviewStateSchema } from '#lib/contracts/index.ts';

export const overviewSchema = z.object({
  pages: z.array(
    z.object({
      pageNumber: z.number(),
      state: reviewStateSchema,
      doubtfulCount: z.number(),
      revision: z.number(),
    }),
  ),
});

/** How far the review of each page is that was read, in page order. */
export type Overview = z.infer<typeof overviewSchema>['pages'];

/** The page to look at after this one: the next that nobody has decided on, from the beginning again at the end. */
export function nextUndecided(overview: Overview, page: number): number | null {
  const open = overview.filter(
    ({ state, pageNumber }) => pageNumber !== page && (state === 'new' || state === 'in_review'),
  );
  return (open.find(({ pageNumber }) => pageNumber > page) ?? open[0])?.pageNumber ?? null;
}

/** Words in doubt on all pages but this one. */
export function doubtElsewhere(overview: Overview, page: number): number {
  return overview.reduce(
    (sum, { pageNumber, doubtfulCount }) => (pageNumber === page ? sum : sum + doubtfulCount),
    0,
  );
}
