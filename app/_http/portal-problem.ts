import type { InvalidField, PortalProblem, PortalProblemKind } from '#lib/contracts/index.ts';
import { AppError, InvalidInput, LimitReached } from '#lib/platform/errors.ts';
import { logger } from '#lib/platform/logger.ts';
import { QuotaReached } from '#lib/usage/index.ts';
import { BadRequest } from './bad-request.ts';

/** The status and title of each kind of problem. */
const answers: Record<PortalProblemKind, { status: number; title: string }> = {
  bad_request: { status: 400, title: 'The request cannot be understood' },
  unauthenticated: { status: 401, title: 'Unauthenticated' },
  quota_reached: { status: 402, title: 'The quota is reached' },
  forbidden: { status: 403, title: 'Forbidden' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  limit_reached: { status: 413, title: 'A limit is reached' },
  invalid_input: { status: 422, title: 'Invalid input' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Internal server error' },
  unavailable: { status: 503, title: 'Unavailable' },
};

/** The reply of the portal's API to an error. It never carries what the caller sent. */
export function portalProblemReply(error: unknown): Response {
  const retryAfterSeconds = error instanceof LimitReached ? error.retryAfterSeconds : undefined;
  const headers = retryAfterSeconds ? { 'retry-after': String(Math.ceil(retryAfterSeconds)) } : {};
  return portalProblem(kindOf(error), detailOf(error), {
    headers,
    invalidFields: error instanceof InvalidInput ? error.problems : [],
  });
}

export function portalMethodNotAllowed(allowed: readonly string[]): Response {
  return portalProblem('method_not_allowed', 'This path does not take this method.', {
    headers: { allow: allowed.join(', ') },
  });
}

/** `more` are further members of the body. */
export function portalProblem(
  kind: PortalProblemKind,
  detail: string,
  {
    headers = {},
    invalidFields = [],
    more = {},
  }: { headers?: Record<string, string>; invalidFields?: readonly InvalidField[]; more?: object } = {},
): Response {
  const { status, title } = answers[kind];
  const fields = invalidFields.length > 0 ? { invalid_fields: [...invalidFields] } : {};
  const body: PortalProblem = { kind, title, detail, status, ...fields };
  return Response.json(
    { ...body, ...more },
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    },
  );
}

function kindOf(error: unknown): PortalProblemKind {
  if (error instanceof BadRequest) return 'bad_request';
  if (error instanceof QuotaReached) return 'quota_reached';
  if (error instanceof LimitReached)
    return error.retryAfterSeconds === undefined ? 'limit_reached' : 'too_many_requests';
  if (!(error instanceof AppError)) return 'internal';
  switch (error.kind) {
    case 'unauthenticated':
    case 'forbidden':
    case 'not_found':
    case 'conflict':
    case 'unavailable':
      return error.kind;
    default:
      return 'invalid_input';
  }
}

function detailOf(error: unknown): string {
  if (error instanceof BadRequest || error instanceof AppError) return error.message;
  logger.error({ err: error }, 'a request failed');
  return 'Something went wrong on the server. Try again.';
}
