import { requestOrigin } from '#app/_session/request-origin.ts';
import { requireSameOrigin } from '#app/_session/same-origin.ts';
import { tokenInCookieHeader } from '#app/_session/session-cookie.ts';
import { actorOfSession, type SessionHolder } from '#lib/accounts/index.ts';
import { AppError, LimitReached, Unauthenticated } from '#lib/platform/errors.ts';
import { logger } from '#lib/platform/logger.ts';
import { QuotaReached } from '#lib/usage/index.ts';

export type PortalRequest<P> = {
  request: Request;
  url: URL;
  params: P;
  session: SessionHolder;
  /** The cookie's value, for asking later whether the session still stands. */
  sessionToken: string;
};

const READING_METHODS = new Set(['GET', 'HEAD']);

/**
 * Makes a handler of the portal's own JSON and file routes: takes writes from our own pages only, finds the person by
 * the session cookie, and turns errors into `{ error: { kind, message } }`.
 */
export function portalRoute<P = Record<string, never>>(run: (input: PortalRequest<P>) => Promise<Response>) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    try {
      if (!READING_METHODS.has(request.method)) requireSameOrigin(request);
      const sessionToken = tokenInCookieHeader(request.headers.get('cookie'));
      const from = requestOrigin(request.headers);
      const session = sessionToken ? await actorOfSession(sessionToken, undefined, from) : null;
      if (!sessionToken || !session) throw new Unauthenticated('Your session has ended. Sign in to go on.');
      const params = await context.params;
      return await run({ request, url: new URL(request.url), params, session, sessionToken });
    } catch (error) {
      return errorReply(error, request);
    }
  };
}

/** JSON about one person's data: no cache keeps it. */
export function jsonReply(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

function errorReply(error: unknown, request: Request): Response {
  if (error instanceof AppError) {
    const { kind, message } = error;
    const reply = jsonReply({ error: { kind, message } }, statusOf(error));
    if (error instanceof LimitReached && error.retryAfterSeconds !== undefined)
      reply.headers.set('retry-after', String(Math.ceil(error.retryAfterSeconds)));
    return reply;
  }
  // A browser that went away is not a fault of ours.
  if (!request.signal.aborted)
    logger.error({ err: error, path: new URL(request.url).pathname }, 'route failed');
  const message = 'Something went wrong on the server. Try again.';
  return jsonReply({ error: { kind: 'internal', message } }, 500);
}

const statuses: Record<string, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_reached: 413,
  invalid_input: 422,
  unavailable: 503,
};

function statusOf(error: AppError): number {
  if (error instanceof QuotaReached) return 402;
  if (error instanceof LimitReached && error.retryAfterSeconds !== undefined) return 429;
  return statuses[error.kind] ?? 500;
}
