import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, config, inTransaction, logger, systemClock, type Tx } from '#lib/platform/index.ts';
import { proveAddress } from '../address/prove-address.ts';
import { asPerson } from '../as-person.ts';
import { createPerson } from '../create-person.ts';
import { beginSession, type OpenedSession } from '../open-session.ts';
import { recordRefusal } from '../record-refusal.ts';
import { anyUserExists, findUserWithEmail } from '../user-store.ts';
import {
  findIdentity,
  findWorkspaceBySlug,
  insertIdentity,
  insertMembership,
  lockOidc,
} from './oidc-store.ts';

/** What the provider says about a person, after its signature, audience and nonce were checked. */
export type OidcClaims = {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
};

export type OidcRefusal = 'not_set_up' | 'no_email' | 'email_unverified' | 'domain_refused';
export type OidcOutcome =
  | ({ outcome: 'signed_in' } & OpenedSession)
  | { outcome: 'refused'; reason: OidcRefusal };

type Person = { id: string; name: string };

/**
 * Lets in whom the operator's provider vouches for. They are known again by issuer and subject. The first time, a
 * verified e-mail address links them to the account with it, or makes one that joins the operator's workspace. A list
 * of domains holds every time, and counts verified addresses only.
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
    const person = known ?? (await welcome(tx, { ...claims, email: String(email) }, origin, now));
    return {
      outcome: 'signed_in',
      ...(await beginSession(tx, { userId: person.id, method: 'oidc', origin }, now)),
    };
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

/** Links the identity to the account with this verified address, or to a new one. */
async function welcome(
  tx: Tx,
  { issuer, subject, email, name }: OidcClaims & { email: string },
  origin: RequestOrigin,
  now: Date,
): Promise<Person> {
  const present = await findUserWithEmail(email, tx);
  const person = present ?? (await createOidcPerson(tx, { email, name: name?.trim() || email }, origin, now));
  await insertIdentity(tx, { issuer, subject, userId: person.id });
  if (present) {
    await proveAddress(tx, present, { origin, now });
    await recordAct(tx, asPerson(present, origin), { act: 'account.identity_linked' });
  }
  return person;
}

async function createOidcPerson(
  tx: Tx,
  { email, name }: { email: string; name: string },
  origin: RequestOrigin,
  now: Date,
): Promise<Person> {
  const person = { email, name: name.slice(0, 100), passwordHash: null, emailProvedAt: now };
  const id = await createPerson(tx, person);
  const self = asPerson({ id, name }, origin);
  await recordAct(tx, self, { act: 'account.created', details: { way: 'oidc' } });
  const joins = config().oidc?.joins;
  if (!joins) return { id, name };
  const workspace = await findWorkspaceBySlug(tx, joins.workspaceSlug);
  if (!workspace) {
    logger.warn({ slug: joins.workspaceSlug }, 'OIDC_WORKSPACE names no workspace: a new person joins none');
    return { id, name };
  }
  await insertMembership(tx, { workspaceId: workspace.id, userId: id, role: joins.role });
  await recordAct(
    tx,
    { ...self, workspaceId: workspace.id },
    { act: 'member.joined', target: { kind: 'user', id, name }, details: { way: 'oidc', role: joins.role } },
  );
  return { id, name };
}
