import { type PageReading, pageReadingSchema } from '#lib/contracts/index.ts';
import type { ProviderPrediction } from '#lib/provider/index.ts';
import type { PageNews } from './job-page-store.ts';

/** What a prediction says about its page, in the portal's words. */
export function pageNewsOf(prediction: ProviderPrediction): PageNews {
  const predictionId = prediction.id;
  switch (prediction.status) {
    case 'starting':
      return { status: 'submitted', predictionId };
    case 'processing':
      return { status: 'processing', predictionId };
    case 'canceled':
      return { status: 'canceled', predictionId };
    case 'failed':
      return {
        status: 'failed',
        predictionId,
        error: withoutNul(prediction.error ?? 'No reason was given.'),
      };
    case 'succeeded':
      return { predictionId, ...readingOf(prediction.output) };
  }
}

/** Our model answers a page reading; the hosted one text alone. */
function readingOf(
  output: unknown,
): { status: 'succeeded' | 'failed' } & Omit<PageNews, 'status' | 'predictionId'> {
  if (typeof output === 'string') return { status: 'succeeded', text: withoutNul(output) };
  const parsed = pageReadingSchema.safeParse(output);
  if (!parsed.success) {
    return { status: 'failed', error: 'The prediction service answered in a form that is not understood.' };
  }
  const reading = withoutNulInside(parsed.data);
  return { status: 'succeeded', text: reading.text, reading };
}

/** PostgreSQL stores no U+0000, neither in text nor in JSON. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}

function withoutNulInside({ lines, ...page }: PageReading): PageReading {
  return {
    ...page,
    text: withoutNul(page.text),
    lines: lines.map(({ words, ...line }) => ({
      ...line,
      text: withoutNul(line.text),
      words: words.map((word) => ({ ...word, text: withoutNul(word.text) })),
    })),
  };
}
