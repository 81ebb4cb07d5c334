export type Batch = { batchSize: number; ignoreGroups: string[] };

/**
 * What to claim beside running tasks of these groups (null: of none). Groups that have all of their places are left
 * out. A batch may turn out to be all of one group, so it is no larger than what is left to the fullest of the others.
 */
export function nextBatch(
  running: readonly (string | null | undefined)[],
  { places, perGroup }: { places: number; perGroup: number },
): Batch {
  const sizes = new Map<string, number>();
  for (const group of running) if (group) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const crowded = [...sizes].filter(([, size]) => size >= perGroup);
  const fullest = Math.max(0, ...[...sizes.values()].filter((size) => size < perGroup));
  return {
    batchSize: Math.min(places - running.length, perGroup - fullest),
    ignoreGroups: crowded.map(([group]) => group),
  };
}
