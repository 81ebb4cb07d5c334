import type { Role } from '#lib/access/index.ts';

/** Somebody who belongs to a workspace, with their role in it. */
export type Member = { id: string; name: string; role: Role };

/** The same for the list of members. */
export type MemberInDetail = Member & {
  email: string;
  joinedAt: Date;
  /** When they last used Lectern, in whatever workspace; null: not since their last session ended. */
  lastSeenAt: Date | null;
};
