import { z } from 'zod';
import { jsonSchema } from './json.ts';

/** The wire shapes of the prediction service, as Replicate's HTTP API has them. */

export const predictionStatusSchema = z.enum([
  'starting',
  'processing',
  'succeeded',
  'failed',
  'canceled',
  'aborted',
]);
export const webhookEventSchema = z.enum(['start', 'output', 'logs', 'completed']);

const creation = {
  input: z.record(z.string(), z.unknown()).describe('What the model takes: see its `openapi_schema`.'),
  webhook: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where to send the prediction as it proceeds.'),
  webhook_events_filter: z
    .array(webhookEventSchema)
    .optional()
    .describe('Which events to send; all of them unless told.'),
  webhook_completed: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Replicate’s older name for a webhook that hears of the end only.'),
  stream: z
    .boolean()
    .optional()
    .describe('Asks for `urls.stream` where a model streams on request; otherwise ignored.'),
};

export const createPredictionSchema = z.strictObject({
  version: z.string().describe('A version id, `owner/name:id`, or `owner/name` for the latest version.'),
  ...creation,
});
/** What a creation may carry besides its body. */
export const creationHeadersSchema = z.object({
  Prefer: z
    .string()
    .optional()
    .describe(
      '`wait` or `wait=n`: hold the reply until the prediction has ended, at most n seconds (1 to 60).',
    )
    .meta({ examples: ['wait=10'] }),
  'Cancel-After': z
    .string()
    .optional()
    .describe('End the prediction after this time, from 5 seconds to 24 hours: `90`, `5m` or `1h30m45s`.')
    .meta({ examples: ['5m'] }),
});

/** The path names the model, so that `version` is not accepted here. */
export const createModelPredictionSchema = z.strictObject(creation);

export const predictionSchema = z
  .object({
    id: z.string(),
    /** owner/name */
    model: z.string(),
    version: z.string(),
    input: z.record(z.string(), jsonSchema),
    logs: z.string(),
    output: jsonSchema,
    /** Null unless the prediction failed. */
    error: z.string().nullable(),
    status: predictionStatusSchema,
    created_at: z.iso.datetime(),
    started_at: z.iso.datetime().optional(),
    completed_at: z.iso.datetime().optional(),
    /** Present when the caller sent `Cancel-After`. */
    deadline: z.iso.datetime().optional(),
    /** Seconds; present once the prediction has ended. */
    metrics: z.object({ predict_time: z.number(), total_time: z.number() }).optional(),
    data_removed: z.boolean(),
    source: z.string(),
    webhook: z.string().optional(),
    webhook_events_filter: z.array(webhookEventSchema).optional(),
    /** `stream` only where the output is streamed. */
    urls: z.object({ get: z.string(), cancel: z.string(), web: z.string(), stream: z.string().optional() }),
  })
  .meta({ id: 'Prediction' });

/** A time without a zone is one of UTC, like every time of the API, wherever the server stands. */
const isoDate = z
  .string()
  .transform((text) => (/T[\d:.]+$/.test(text) ? `${text}Z` : text))
  .refine((text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)), {
    params: { format: 'date-time' },
  });

export const listPredictionsQuerySchema = z.object({
  cursor: z.string().optional().describe('From `next` or `previous` of another page.'),
  created_after: isoDate.optional().describe('ISO 8601, inclusive.'),
  created_before: isoDate.optional().describe('ISO 8601, exclusive.'),
  source: z.enum(['web']).optional().describe('Predictions that were made on a web page: none here.'),
});

/** One page of a list, newest first; the neighbours are absolute URLs. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ next: z.string().nullable(), previous: z.string().nullable(), results: z.array(item) });
}

export type PredictionStatus = z.infer<typeof predictionStatusSchema>;
export type WebhookEvent = z.infer<typeof webhookEventSchema>;
export type PredictionWire = z.infer<typeof predictionSchema>;
export type CreatePredictionBody = z.infer<typeof createPredictionSchema>;
export type CreateModelPredictionBody = z.infer<typeof createModelPredictionSchema>;
