import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getJob } from '#lib/jobs/index.ts';
import { jobDetailToWire } from '../../_wire/job-to-wire.ts';

const get = definePortalRoute(portalOperations.getJob, async ({ scope, params }) => ({
  body: jobDetailToWire(await getJob(scope, params.job_id)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
