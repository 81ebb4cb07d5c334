import { createHash } from 'node:crypto';

/** A version id of our own, in the form Replicate's have; stable for a model and its number. */
export function versionId(model: string, number: number): string {
  return createHash('sha256').update(`${model}@${number}`).digest('hex');
}
