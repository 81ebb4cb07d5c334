import type { Handler } from './define-route.ts';
import { methodNotAllowed } from './problem.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof METHODS)[number];

/** A path's handlers for every method: those that it does not take answer 405 in the API's own form. */
export function defineMethods(
  handlers: Partial<Record<Method, Handler>>,
  refuseOthers: (allowed: readonly string[]) => Response = methodNotAllowed,
): Record<Method, Handler> {
  const taken: Partial<Record<Method, Handler>> = handlers.GET
    ? { HEAD: handlers.GET, ...handlers }
    : handlers;
  const allowed = METHODS.filter((method) => taken[method]);
  const refuse: Handler = async () => refuseOthers(allowed);
  return {
    GET: taken.GET ?? refuse,
    HEAD: taken.HEAD ?? refuse,
    POST: taken.POST ?? refuse,
    PUT: taken.PUT ?? refuse,
    PATCH: taken.PATCH ?? refuse,
    DELETE: taken.DELETE ?? refuse,
    OPTIONS: taken.OPTIONS ?? refuse,
  };
}
