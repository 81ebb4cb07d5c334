import type { Profile } from '#lib/contracts/index.ts';
import { findProfile } from './profile-store.ts';

/** What this person has said about themselves; for that person alone. */
export function getProfile(userId: string): Promise<Profile> {
  return findProfile(userId);
}
