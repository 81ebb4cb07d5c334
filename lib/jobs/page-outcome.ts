import { pageReadingSchema } from '#lib/contracts/index.ts';
import { storableJson, storableText } from '#lib/platform/index.ts';
import type { ProviderPrediction } from '#lib/provider/index.ts';
import type { PageNews } from './job-page-store.ts';

/** What a prediction says about its page, in the portal's words. */
export function pageNewsOf(prediction: ProviderPrediction): PageNews {
  const predictionId = prediction.id;
  switch (prediction.status) {
    case 'starting':
      return { status: 'submitted', predictionId };
    case 'processing':
      return { status: 'processing', predictionId, percent: prediction.percent };
    case 'canceled':
      return { status: 'canceled', predictionId };
    case 'failed':
      return {
        status: 'failed',
        predictionId,
        error: storableText(prediction.error ?? 'No reason was given.'),
      };
    case 'succeeded':
      return { predictionId, ...readingOf(prediction.output) };
  }
}

/** Our model answers a page reading; the hosted one text alone. */
function readingOf(
  output: unknown,
): { status: 'succeeded' | 'failed' } & Omit<PageNews, 'status' | 'predictionId'> {
  if (typeof output === 'string') return { status: 'succeeded', text: storableText(output) };
  const parsed = pageReadingSchema.safeParse(storableJson(output));
  if (!parsed.success) {
    return { status: 'failed', error: 'The prediction service answered in a form that is not understood.' };
  }
  const reading = parsed.data;
  return { status: 'succeeded', text: reading.text, reading };
}
