import { z } from 'zod';

export const cursorSchema = z
  .string()
  .max(500)
  .optional()
  .describe('`next_cursor` of the part before; the list begins without it.');

/** One part of a long list; `next_cursor` is null at its end. */
export function portalListSchema<T extends z.ZodType>(item: T) {
  return z.object({ results: z.array(item), next_cursor: z.string().nullable() });
}

/** A list that is always given whole. */
export function wholeListSchema<T extends z.ZodType>(item: T) {
  return z.object({ results: z.array(item) });
}
