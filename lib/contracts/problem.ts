import { z } from 'zod';

/** One thing that is wrong with a request: where, which rule, and a sentence. Never the rejected value. */
export const invalidFieldSchema = z.object({
  type: z.string(),
  /** Dotted path; empty for the body itself. */
  field: z.string(),
  description: z.string(),
});

/** The body of every reply of the API that is not a success. */
export const problemSchema = z
  .object({
    title: z.string(),
    detail: z.string(),
    status: z.number().int(),
    invalid_fields: z.array(invalidFieldSchema).optional(),
  })
  .meta({ id: 'Problem' });

export type InvalidField = z.infer<typeof invalidFieldSchema>;
export type Problem = z.infer<typeof problemSchema>;
