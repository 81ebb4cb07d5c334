import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { cancelJob, getJob, newestJob } from '#lib/jobs/index.ts';
import { jobDetailToWire } from '../../../_wire/job-to-wire.ts';

const cancel = definePortalRoute(portalOperations.cancelJob, async ({ scope, params }) => {
  const { documentId } = (await getJob(scope, params.job_id)).job;
  // Of a document's jobs only the newest can be under way.
  if ((await newestJob(scope, documentId)) === params.job_id) await cancelJob(scope, documentId);
  return { body: jobDetailToWire(await getJob(scope, params.job_id)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: cancel });
