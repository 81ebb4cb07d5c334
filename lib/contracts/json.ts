import { z } from 'zod';

export const jsonSchema = z.json();

/** What JSON can carry. */
export type Json = z.infer<typeof jsonSchema>;
