import type { Adapter, AdapterUser } from 'next-auth/adapters';
import {
  actorOfSession,
  extendSession,
  findUser,
  findUserByEmail,
  signOut,
  type UserSummary,
} from '#lib/accounts/index.ts';

/**
 * What next-auth needs of our accounts. It is given tokens, never hashes; it makes neither sessions nor people, which
 * is the part of our own verbs.
 */
export const authAdapter: Adapter = {
  async getUser(id) {
    return toAdapterUser(await findUser(id));
  },
  async getUserByEmail(email) {
    return toAdapterUser(await findUserByEmail(email));
  },
  /** Who they are is found out in `finishOidc`. */
  async getUserByAccount() {
    return null;
  },
  async getSessionAndUser(sessionToken) {
    const holder = await actorOfSession(sessionToken);
    if (!holder) return null;
    const { user, session } = holder;
    return {
      session: { sessionToken, userId: user.id, expires: session.expiresAt },
      user: { ...user, emailVerified: null },
    };
  },
  async updateSession({ sessionToken, expires }) {
    if (expires) await extendSession(sessionToken, expires);
    return null;
  },
  async deleteSession(sessionToken) {
    await signOut(sessionToken);
  },
};

function toAdapterUser(user: UserSummary | null): AdapterUser | null {
  return user && { ...user, emailVerified: null };
}
