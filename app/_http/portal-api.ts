import { z } from 'zod';
import { NotFound } from '#lib/platform/errors.ts';
import { defineMethods } from './define-methods.ts';
import { defineRoute, type Handler } from './define-route.ts';
import { portalMethodNotAllowed, portalProblemReply } from './portal-problem.ts';

/** `defineRoute` for operations of the portal's API: the same, with problems in its own form. */
export const definePortalRoute: typeof defineRoute = (operation, run) =>
  defineRoute(operation, run, portalProblemReply);

/** `defineMethods` for paths of the portal's API. */
export function definePortalMethods(handlers: Parameters<typeof defineMethods>[0]) {
  return defineMethods(handlers, portalMethodNotAllowed);
}

const anything = { params: z.unknown(), query: z.unknown(), body: z.undefined() };

/** Answers paths that the portal's API does not have: 404, to those who have a key. */
export const noSuchOperation: Handler = definePortalRoute(
  { tag: 'none', permission: 'workspace:read', ...anything },
  async () => {
    throw new NotFound('The portal’s API has no such path. See /api/docs.');
  },
);
