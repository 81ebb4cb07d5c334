import { recordAct } from '#lib/audit/index.ts';
import type { Profile } from '#lib/contracts/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { findProfile, updateProfile } from './profile-store.ts';

/** Changes what a person says about themselves. A digest that is switched on tells what ends from then on. */
export async function changeProfile(
  { actor, user }: Pick<SessionHolder, 'actor' | 'user'>,
  profile: Profile,
  clock: Clock = systemClock,
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await findProfile(user.id, tx);
    const changed = Object.entries(profile).filter(([field, value]) => Reflect.get(before, field) !== value);
    if (changed.length === 0) return;
    const startsDigest = before.digest === 'off' && profile.digest !== 'off';
    await updateProfile(tx, user.id, { ...profile, ...(startsDigest && { lastDigestAt: clock.now() }) });
    const details = { changed: changed.map(([field]) => field) };
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.profile_changed', details });
  });
}
