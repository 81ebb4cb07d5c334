import type { Actor } from '#lib/access/index.ts';
import { WORKSPACE_GRACE_DAYS } from '#lib/contracts/index.ts';

/** Somebody who is signed in. */
export type Person = Actor & { kind: 'user' };

export type WorkspaceSettings = {
  slug: string;
  name: string;
  createdAt: Date;
  /** Addresses it had before, which still lead to it. */
  formerSlugs: string[];
  /** Pages that may be read in a calendar month (UTC); null: any number. */
  monthlyPageQuota: number | null;
};

/** A workspace that its owner deleted and may still restore. */
export type DeletedWorkspace = { id: string; name: string; slug: string; deletedAt: Date; goneAt: Date };

const GRACE_MS = WORKSPACE_GRACE_DAYS * 24 * 3_600_000;

/** When nothing brings it back any more. */
export function goneAt(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + GRACE_MS);
}

/** What was deleted before this moment is gone. */
export function graceBegan(now: Date): Date {
  return new Date(now.getTime() - GRACE_MS);
}
