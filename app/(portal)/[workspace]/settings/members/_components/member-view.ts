import type { Role } from '#lib/access/index.ts';

export type MemberView = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** ISO 8601. */
  joinedAt: string;
  lastSeenAt: string | null;
};
