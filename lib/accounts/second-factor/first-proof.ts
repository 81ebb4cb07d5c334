import { z } from 'zod';

/** What somebody showed before a code is asked for; kept with the step until the code is given. */
export const firstProofSchema = z.discriminatedUnion('method', [
  z.object({ method: z.enum(['password', 'mailed_link', 'passkey']) }),
  z.object({ method: z.literal('oidc'), issuer: z.string(), subject: z.string() }),
]);

export type FirstProof = z.infer<typeof firstProofSchema>;
