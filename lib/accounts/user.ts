import { findUserById, findUserWithEmail } from './user-store.ts';

export type UserSummary = { id: string; name: string; email: string };

/** For the sign-in machinery alone, which proves identity itself. */
export function findUser(id: string): Promise<UserSummary | null> {
  return findUserById(id);
}

/** For the sign-in machinery alone. `email` in any case. */
export function findUserByEmail(email: string): Promise<UserSummary | null> {
  return findUserWithEmail(email.trim().toLowerCase());
}
