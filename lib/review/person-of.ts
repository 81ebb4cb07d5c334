import type { Scope } from '#lib/access/index.ts';

/** The person who asks; null for programs. */
export function personOf({ actor }: Scope): string | null {
  return actor.kind === 'user' ? actor.userId : null;
}
