import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalProblem } from '#app/_http/portal-problem.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { listRevisions, saveRevision } from '#lib/extractions/index.ts';
import { extractionToWire, revisionToWire } from '../../../../../_wire/page-to-wire.ts';

const list = definePortalRoute(portalOperations.listRevisions, async ({ scope, params }) => ({
  body: { results: (await listRevisions(scope, params.document_id, params.page)).map(revisionToWire) },
}));

const correct = definePortalRoute(portalOperations.correctPage, async ({ scope, params, body }) => {
  const { save_id: saveId, base, operations } = body;
  const answer = await saveRevision(scope, params.document_id, params.page, { saveId, base, operations });
  const extraction = extractionToWire(answer.extraction);
  if (answer.outcome === 'saved') return { body: extraction };
  return portalProblem('conflict', 'Somebody else changed the same line. Nothing was saved.', {
    more: { conflicts: answer.conflicts, extraction },
  });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: list,
  POST: correct,
});
