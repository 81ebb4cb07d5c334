import { z } from 'zod';
import { idSchema } from './id.ts';

/** Whom a link for a new password is made for, as a form holds it. */
export const resetLinkForm = z.object({ userId: idSchema, endsSecondFactor: z.boolean() });

const wrongNumber = 'Enter a whole number of pages, or nothing for any number.';

/** How many pages a workspace may have read in a month, as a form holds it; an empty field is any number. */
export const monthlyQuotaForm = z.object({
  workspaceId: idSchema,
  pages: z
    .string()
    .trim()
    .regex(/^\d{0,9}$/, wrongNumber)
    .transform((text) => (text === '' ? null : Number(text))),
});
