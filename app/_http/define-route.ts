import { z } from 'zod';
import { authorize, type Permission, type Scope } from '#lib/access/index.ts';
import { invalidFields } from '#lib/contracts/index.ts';
import { InvalidInput, NotFound } from '#lib/platform/errors.ts';
import { authenticate } from './authenticate.ts';
import { problemReply } from './problem.ts';
import { readJsonObject } from './read-json.ts';

type OperationOf<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = {
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

/** JSON as `body`, or plain `text`. */
export type Reply = { status?: number; body?: unknown; text?: string; headers?: Record<string, string> };

export type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * Makes the handler of an operation of the API. It finds the token's workspace before it looks at anything else,
 * parses what the operation takes, and turns every error into the API's own form.
 */
export function defineRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  operation: OperationOf<Params, Query, Body>,
  run: (input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Reply>,
): Handler {
  return async function handle(request, context) {
    const receivedAtMs = performance.now();
    try {
      const actor = await authenticate(request);
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
      return toResponse(reply);
    } catch (error) {
      return problemReply(error);
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

function toResponse({ status = 200, body, text, headers = {} }: Reply): Response {
  const all = { 'cache-control': 'no-store', ...headers };
  if (body === undefined) return new Response(text ?? null, { status, headers: all });
  return Response.json(body, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...all },
  });
}
