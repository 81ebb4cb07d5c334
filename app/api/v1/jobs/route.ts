import { cursorOf, positionOf } from '#app/_http/list-page.ts';
import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getJob, listJobs, newestJob, rerunDocument } from '#lib/jobs/index.ts';
import { jobDetailToWire, jobToWire } from '../_wire/job-to-wire.ts';

const list = definePortalRoute(portalOperations.listJobs, async ({ scope, query }) => {
  const { cursor, status, document_id: documentId, person_id: personId } = query;
  const { items, older } = await listJobs(scope, { documentId, status, personId }, positionOf(cursor));
  return { body: { results: items.map(jobToWire), next_cursor: older && cursorOf(older) } };
});

const create = definePortalRoute(portalOperations.createJob, async ({ scope, body }) => {
  const { document_id: documentId, language, page } = body;
  const languages = language === undefined ? undefined : [language];
  await rerunDocument(scope, documentId, { languages, page });
  return { status: 201, body: jobDetailToWire(await getJob(scope, await newestJob(scope, documentId))) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: list,
  POST: create,
});
