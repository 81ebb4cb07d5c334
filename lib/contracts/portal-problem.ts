import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** What went wrong, in one word that programs can rely on. */
export const portalProblemKindSchema = z.enum([
  'bad_request',
  'unauthenticated',
  'quota_reached',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'limit_reached',
  'invalid_input',
  'too_many_requests',
  'unavailable',
  'internal',
]);

/** The body of every reply of the portal's API that is not a success. */
export const portalProblemSchema = problemSchema
  .extend({ kind: portalProblemKindSchema })
  .meta({ id: 'PortalProblem' });

export type PortalProblemKind = z.infer<typeof portalProblemKindSchema>;
export type PortalProblem = z.infer<typeof portalProblemSchema>;
