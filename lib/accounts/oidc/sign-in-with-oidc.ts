import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, config, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { type Admission, admit } from '../admit.ts';
import { asPerson } from '../as-person.ts';
import { createPerson } from '../create-person.ts';
import { recordRefusal } from '../record-refusal.ts';
import { anyUserExists, findUserWithEmail, lockCredentials } from '../user-store.ts';
import { findIdentity, insertIdentity, lockOidc } from './oidc-store.ts';
import { joinOperatorsWorkspace } from './operators-workspace.ts';
import { takeOver } from './take-over.ts';

/** What the provider says about a person, after its signature, audience and nonce were checked. */
export type OidcClaims = {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
};

export type OidcRefusal = 'not_set_up' | 'no_email' | 'email_unverified' | 'domain_refused';
export type OidcOutcome = Admission | { outcome: 'refused'; reason: OidcRefusal };

/**
 * Lets in whom the operator's provider vouches for. They are known again by issuer and subject. The first time, a
 * verified e-mail address links them to the account with it, or makes one that joins the operator's workspace. A list
 * of domains holds every time, and counts verified addresses only. Whatever the provider asked for, an account with an
 * authenticator app is opened, and linked, by a code of it besides.
 */
export async function signInWithOidc(
  { claims, ...origin }: { claims: OidcClaims } & RequestOrigin,
  clock: Clock = systemClock,
): Promise<OidcOutcome> {
  const email = claims.email?.trim().toLowerCase() || null;
  const now = clock.now();
  return await inTransaction(async (tx): Promise<OidcOutcome> => {
    await lockOidc(tx);
    const known = await findIdentity(tx, claims);
    const reason = await refusalOf(tx, { ...claims, email, isKnown: known !== null });
    if (reason) {
      await recordRefusal(tx, { way: 'oidc', reason, user: known, origin });
      return { outcome: 'refused', reason };
    }
    const id = known?.id ?? (await welcome(tx, { ...claims, email: String(email) }, origin, now));
    const { issuer, subject } = claims;
    const user = await lockCredentials(tx, id);
    return await admit(tx, { user, proof: { method: 'oidc', issuer, subject }, origin }, now);
  });
}

async function refusalOf(
  tx: Tx,
  { email, isEmailVerified, isKnown }: OidcClaims & { isKnown: boolean },
): Promise<OidcRefusal | null> {
  const domains = config().oidc?.allowedDomains ?? [];
  // The first person of an installation is its owner, and comes by the set-up page.
  if (!(await anyUserExists(tx))) return 'not_set_up';
  if (isKnown && domains.length === 0) return null;
  if (!email) return 'no_email';
  if (!isEmailVerified) return 'email_unverified';
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return domains.length > 0 && !domains.includes(domain) ? 'domain_refused' : null;
}

/** Finds the account with this verified address, or makes one. @returns its id */
async function welcome(
  tx: Tx,
  { issuer, subject, email, name }: OidcClaims & { email: string },
  origin: RequestOrigin,
  now: Date,
): Promise<string> {
  const present = await findUserWithEmail(email, tx);
  if (present) {
    await lockCredentials(tx, present.id);
    await takeOver(tx, present, { origin, now });
    return present.id;
  }
  const id = await createOidcPerson(tx, { email, name: name?.trim() || email }, origin, now);
  await insertIdentity(tx, { issuer, subject, userId: id });
  return id;
}

async function createOidcPerson(
  tx: Tx,
  { email, name: fullName }: { email: string; name: string },
  origin: RequestOrigin,
  now: Date,
): Promise<string> {
  const name = fullName.slice(0, 100);
  const id = await createPerson(tx, { email, name, passwordHash: null, emailProvedAt: now });
  await recordAct(tx, asPerson({ id, name }, origin), { act: 'account.created', details: { way: 'oidc' } });
  await joinOperatorsWorkspace(tx, { id, name }, origin);
  return id;
}
