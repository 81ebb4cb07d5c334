import type { Revision } from './revision-store.ts';

/** Who saved a revision: a person by name, a program by the name of its API token; null when they left. */
export function nameOf({ author, apiToken }: Pick<Revision, 'author' | 'apiToken'>): string | null {
  return author ?? (apiToken === null ? null : `API token ${apiToken}`);
}
