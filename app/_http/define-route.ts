import { z } from 'zod';
import { requestOrigin } from '#app/_session/request-origin.ts';
import { authorize, type Permission, type Scope } from '#lib/access/index.ts';
import { invalidFields } from '#lib/contracts/index.ts';
import { InvalidInput, NotFound } from '#lib/platform/errors.ts';
import { authenticate, bearerOf } from './authenticate.ts';
import { problemReply } from './problem.ts';
import { readJsonObject } from './read-json.ts';
import { countRequest, type LimitedWork, refuseExhausted } from './request-limits.ts';
import type { Standing } from './token-bucket.ts';

type OperationOf<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = {
  tag: string;
  limit?: LimitedWork;
  permission: Permission;
  params: Params;
  query: Query;
  body: Body;
};

export type RouteInput<Params, Query, Body> = {
  request: Request;
  /** In the token's workspace, with the operation's permission. */
  scope: Scope;
  params: Params;
  query: Query;
  body: Body;
  /** When the request came in, on the clock of `performance.now()`. */
  receivedAtMs: number;
};

/** JSON as `body`, or plain `text`; anything else is a whole response. */
export type Reply = { status?: number; body?: unknown; text?: string; headers?: Record<string, string> };

export type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * Makes the handler of an operation of the API. It finds the token's workspace before it looks at anything else,
 * parses what the operation takes, and turns every error into the form that `replyTo` gives it: the wire API's own
 * unless told.
 */
export function defineRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  operation: OperationOf<Params, Query, Body>,
  run: (input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Reply | Response>,
  replyTo: (error: unknown) => Response = problemReply,
): Handler {
  return async function handle(request, context) {
    const receivedAtMs = performance.now();
    const limit = operation.limit ?? 'other';
    let standing: Standing | undefined;
    try {
      const bearer = bearerOf(request);
      refuseExhausted(bearer, limit);
      const actor = await authenticate(bearer, requestOrigin(request.headers));
      const counted = actor.isPortal ? undefined : countRequest(bearer, limit);
      // Replicate says nothing of it on files (contract 4.2).
      if (operation.tag !== 'files') standing = counted;
      const scope = authorize(actor, actor.workspaceId, operation.permission);
      const json = operation.body instanceof z.ZodUndefined ? undefined : await readJsonObject(request);
      const reply = await run({
        request,
        scope,
        params: parse(
          operation.params,
          (await context.params) ?? {},
          () => new NotFound('The requested resource could not be found.'),
        ),
        query: parse(operation.query, Object.fromEntries(new URL(request.url).searchParams), invalidInput),
        body: parse(operation.body, json, invalidInput),
        receivedAtMs,
      });
      return withStanding(reply instanceof Response ? reply : toResponse(reply), standing);
    } catch (error) {
      return withStanding(replyTo(error), standing);
    }
  };
}

function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  explain: (error: z.ZodError, value: unknown) => Error,
): z.output<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw explain(parsed.error, value);
  return parsed.data;
}

function invalidInput(error: z.ZodError, value: unknown): InvalidInput {
  return new InvalidInput('Input validation failed', invalidFields(error, value));
}

/** Replicate's names for how many requests are left, and when all of them will be again (contract 4.2). */
function withStanding(response: Response, standing: Standing | undefined): Response {
  if (!standing) return response;
  response.headers.set('ratelimit-remaining', String(standing.remaining));
  response.headers.set('ratelimit-reset', String(standing.resetSeconds));
  return response;
}

function toResponse({ status = 200, body, text, headers = {} }: Reply): Response {
  const all = { 'cache-control': 'no-store', ...headers };
  if (body === undefined) return new Response(text ?? null, { status, headers: all });
  return Response.json(body, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...all },
  });
}
