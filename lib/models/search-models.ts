import type { Model } from './model.ts';
import { modelName } from './registry.ts';

/** The models whose name or description holds every word of the query, in any case; all of them for an empty one. */
export function searchModels(models: readonly Model[], query: string): Model[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return models.filter((model) => {
    const text = `${modelName(model)} ${model.description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
