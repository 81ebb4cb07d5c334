import { z } from 'zod';

/** A prediction as a service describes it: what the portal needs of it, in answers and webhooks alike. */
const predictionSchema = z.object({
  id: z.string().min(1),
  status: z.enum(['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted']),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
});

export type ProviderPrediction = {
  id: string;
  status: 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled';
  output: unknown;
  error: string | null;
};

/** Reads a service's JSON; null when it is no prediction. */
export function parsePrediction(json: unknown): ProviderPrediction | null {
  const parsed = predictionSchema.safeParse(json);
  if (!parsed.success) return null;
  const { id, status, output, error } = parsed.data;
  return {
    id,
    // `aborted` is a cancellation by deadline, before the work began.
    status: status === 'aborted' ? 'canceled' : status,
    output: output ?? null,
    error: typeof error === 'string' && error !== '' ? error : null,
  };
}
