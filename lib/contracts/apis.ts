import type { z } from 'zod';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { portalOperations } from './portal-operations.ts';
import { portalProblemSchema } from './portal-problem.ts';
import { problemSchema } from './problem.ts';

/** An API as its description needs it. */
export type Api = {
  title: string;
  operations: Readonly<Record<string, Operation>>;
  problem: z.ZodType;
  /** Which replies besides success every operation may give; what they mean is the same everywhere. */
  problems: Readonly<Record<string, string>>;
  /** Keeps the replies of several APIs apart in one description. */
  responsePrefix: string;
};

const problems = {
  '400': 'The body is not JSON, or the cursor is not valid.',
  '401': 'There is no token, or it is not valid.',
  '402': 'The workspace has had its pages of this month read; the detail says when the count begins anew.',
  '403': 'The token does not have the scope for this.',
  '404': 'There is no such thing, or it belongs to another workspace.',
  '413': 'The body or file is too large.',
  '422': 'Something in the request is not right; `invalid_fields` says what and where.',
  '429':
    'Too many requests, or too many predictions waiting. `Retry-After` says when to try again, in seconds.',
};

/** The wire API. */
export const predictionsApi: Api = {
  title: 'The predictions API of Replicate, served by this installation.',
  operations,
  problem: problemSchema,
  problems,
  responsePrefix: '',
};

export const portalApi: Api = {
  title: 'The portal’s own API: documents, jobs, pages and all else that people do there.',
  operations: portalOperations,
  problem: portalProblemSchema,
  problems: {
    ...problems,
    '429': 'Too many requests. `Retry-After` says when to try again, in seconds.',
  },
  responsePrefix: 'portal-',
};
