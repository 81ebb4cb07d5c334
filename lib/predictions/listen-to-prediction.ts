import { listen } from '#lib/live/index.ts';

/** Unknown: something may have happened while nobody could hear it. The database tells. */
export type PredictionNews = 'changed' | 'ended' | 'unknown';

/** Calls `onNews` when something about a prediction was announced. @returns a function that ends it. */
export async function listenToPrediction(
  id: string,
  onNews: (news: PredictionNews) => void,
): Promise<() => void> {
  return await listen((event) => {
    if (event.topic === 'resync') onNews('unknown');
    if (event.topic !== 'prediction' || event.predictionId !== id) return;
    if (event.hasEnded === undefined) onNews('unknown');
    else onNews(event.hasEnded ? 'ended' : 'changed');
  });
}
