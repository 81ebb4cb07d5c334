import type { Role } from '#lib/access/index.ts';

/** Somebody who belongs to a workspace, with their role in it. */
export type Member = { id: string; name: string; role: Role };
