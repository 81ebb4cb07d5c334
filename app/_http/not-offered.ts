import { z } from 'zod';
import { NotFound } from '#lib/platform/errors.ts';
import { defineRoute } from './define-route.ts';

const anything = { params: z.unknown(), query: z.unknown(), body: z.undefined() };

/** Answers whatever of Replicate's API this service does not offer: 404, to those who have a key (contract 2.5, 18). */
export const notOffered = defineRoute(
  { tag: 'none', permission: 'workspace:read', ...anything },
  async () => {
    throw new NotFound('The requested resource could not be found.');
  },
);
