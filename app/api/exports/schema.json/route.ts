import { z } from 'zod';
import { exportDocumentSchema } from '#lib/contracts/index.ts';

/** JSON Schema (draft 2020-12) of the JSON files that are exported; for everybody. */
export function GET(): Response {
  return Response.json(z.toJSONSchema(exportDocumentSchema));
}
