import { expect } from 'vitest';
import { type PortalProblem, portalProblemSchema } from '#lib/contracts/index.ts';
import type { RouteHandler } from './call-route.ts';

export type PortalCall = {
  method?: string;
  query?: Record<string, string>;
  /** Text and forms as they are, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** The API token; null sends none. */
  token: string | null;
  params?: Record<string, string>;
};

/** Calls a handler of `/api/v1` as Next does. */
export async function callPortal(
  handler: RouteHandler,
  { method = 'GET', query = {}, body, headers = {}, token, params = {} }: PortalCall,
): Promise<Response> {
  const sent = typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
  const request = new Request(`http://localhost:3000/api/v1?${new URLSearchParams(query)}`, {
    method,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: sent }),
  });
  return await handler(request, { params: Promise.resolve(params) });
}

/** The body of a reply that is not a success, after checking that it has the form that programs rely on. */
export async function portalProblemOf(response: Response): Promise<PortalProblem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = portalProblemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}
