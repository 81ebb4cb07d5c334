import { expect } from 'vitest';
import { type Problem, problemSchema } from '#lib/contracts/index.ts';

export type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

export type CallOptions = {
  method?: string;
  /** Text as it is, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** The API token; null sends none. */
  token: string | null;
  params?: Record<string, string>;
};

/** Calls a handler of `/v1` as Next does. `path` comes after `/v1`. */
export async function callRoute(
  handler: RouteHandler,
  path: string,
  options: CallOptions,
): Promise<Response> {
  const { method = 'GET', body, headers = {}, token, params } = options;
  const request = new Request(`http://localhost:3000/v1${path}`, {
    method,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return await handler(request, { params: Promise.resolve(params) });
}

/** The body of a reply that is not a success, after checking that it has the form every client can read. */
export async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}
