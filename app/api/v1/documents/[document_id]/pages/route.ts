import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { reviewOverview } from '#lib/extractions/index.ts';
import { jobProgress } from '#lib/jobs/index.ts';
import { pageToWire } from '../../../_wire/page-to-wire.ts';

const list = definePortalRoute(portalOperations.listPages, async ({ scope, params }) => {
  const { pages } = await jobProgress(scope, params.document_id);
  const reviews = new Map(
    (await reviewOverview(scope, params.document_id)).map((review) => [review.pageNumber, review]),
  );
  return { body: { results: pages.map((page) => pageToWire(page, reviews.get(page.number))) } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: list });
