import { listen } from '#lib/live/index.ts';

/**
 * Calls `onNews` when something about a prediction was announced, or may have been while nobody could hear it. What it
 * is, the database tells. @returns a function that ends it.
 */
export async function listenToPrediction(id: string, onNews: () => void): Promise<() => void> {
  return await listen((event) => {
    if (event.topic === 'resync' || (event.topic === 'prediction' && event.predictionId === id)) onNews();
  });
}
