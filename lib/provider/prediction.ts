import { parseProgressFromLogs } from 'replicate';
import { z } from 'zod';

/** A prediction as a service describes it: what the portal needs of it, in answers and webhooks alike. */
const predictionSchema = z.object({
  id: z.string().min(1),
  status: z.enum(['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted']),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  logs: z.string().nullish().catch(null),
  data_removed: z.boolean().optional().catch(undefined),
});

export type ProviderPrediction = {
  id: string;
  status: 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled';
  output: unknown;
  error: string | null;
  /** The service has forgotten what it read. */
  isForgotten: boolean;
  /** How far it is by its own logs, 0 to 100; null when they do not say. */
  percent: number | null;
};

/** Reads a service's JSON; null when it is no prediction. */
export function parsePrediction(json: unknown): ProviderPrediction | null {
  const parsed = predictionSchema.safeParse(json);
  if (!parsed.success) return null;
  const { id, status, output, error, logs, data_removed: isForgotten = false } = parsed.data;
  return {
    id,
    // `aborted` is a cancellation by deadline, before the work began.
    status: status === 'aborted' ? 'canceled' : status,
    output: output ?? null,
    error: typeof error === 'string' && error !== '' ? error : null,
    isForgotten: isForgotten && status === 'succeeded',
    percent: percentIn(logs ?? ''),
  };
}

function percentIn(logs: string): number | null {
  const progress = parseProgressFromLogs(logs);
  return progress && Math.min(100, Math.round(progress.percentage * 100));
}
