import type { Actor, RequestOrigin } from '#lib/access/index.ts';
import type { Act } from './acts.ts';

/** Somebody who has not proved who they are. */
export type Nobody = { kind: 'nobody'; from?: RequestOrigin };

/** Who acted, and in which workspace; null: outside all of them. A `Scope` is one. */
export type ActedBy = { actor: Actor | Nobody; workspaceId: string | null };

export type RecordedAct = {
  act: Act;
  /** What it was done to, named as people knew it then. */
  target?: { kind: string; id: string; name?: string };
  /** What else a reader wants to know; never a secret, a password or a token. */
  details?: Record<string, string | number | boolean | null | readonly string[]>;
};
