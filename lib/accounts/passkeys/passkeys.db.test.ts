import { expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { softwarePasskey } from '#lib/testing/software-passkey.ts';
import { waitingForLocks } from '#lib/testing/waiting-for-locks.ts';
import { actorOfSession } from '../actor-of-session.ts';
import { proveAddress } from '../address/prove-address.ts';
import { lockCredentials } from '../user-store.ts';
import { addPasskey } from './add-passkey.ts';
import { beginPasskey } from './begin-passkey.ts';
import { beginPasskeySignIn } from './begin-passkey-sign-in.ts';
import { listPasskeys } from './list-passkeys.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';

const party = { id: 'lectern.example.org', origin: 'https://lectern.example.org' };
const site = { rpId: party.id, origin: party.origin };
const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };
const inSixMinutes = { now: () => new Date(Date.now() + 6 * 60_000) };

async function holderOf({ sessionToken }: TestUser) {
  const holder = await actorOfSession(sessionToken, undefined, origin);
  if (!holder) throw new Error('There is no such session.');
  return holder;
}

async function withPasskey() {
  const user = await createUser();
  const holder = await holderOf(user);
  const passkey = softwarePasskey();
  const { challenge } = await beginPasskey(holder, party);
  await addPasskey(holder, passkey.make({ ...site, challenge }), party);
  return { user, holder, passkey };
}

const challengeToSignIn = async () => (await beginPasskeySignIn(party, origin)).challenge;

it('lets in whoever holds the passkey, without a name or a password', async () => {
  const { user, passkey } = await withPasskey();
  const proof = passkey.sign({ ...site, challenge: await challengeToSignIn() });
  const result = await signInWithPasskey({ proof, party, ...origin });
  if (result.outcome !== 'signed_in') throw new Error(result.outcome);
  expect((await actorOfSession(result.token))?.user.id).toBe(user.id);
  expect(await listPasskeys(user.id)).toMatchObject([{ id: passkey.id, lastUsedAt: expect.any(Date) }]);
});

it('takes what was signed once, and not after five minutes', async () => {
  const { passkey } = await withPasskey();
  const proof = passkey.sign({ ...site, challenge: await challengeToSignIn() });
  const late = await signInWithPasskey({ proof, party, ...origin }, inSixMinutes);
  expect(late).toEqual({ outcome: 'wrong' });
  const outcomes = await Promise.all([1, 2, 3].map(() => signInWithPasskey({ proof, party, ...origin })));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['signed_in', 'wrong', 'wrong']);
});

it('takes nothing that was signed for another site, another challenge or with another key', async () => {
  const { passkey } = await withPasskey();
  const signed = async (changed: object) =>
    passkey.sign({ ...site, challenge: await challengeToSignIn(), ...changed });
  const forged = softwarePasskey().sign({ ...site, challenge: await challengeToSignIn() });
  const proofs = [
    await signed({ origin: 'https://evil.example' }),
    await signed({ rpId: 'evil.example' }),
    await signed({ challenge: 'bWFkZSB1cA' }),
    { ...forged, id: passkey.id, rawId: passkey.id },
    forged,
  ];
  for (const proof of proofs) {
    expect(await signInWithPasskey({ proof, party, ...origin })).toEqual({ outcome: 'wrong' });
  }
});

it('asks for the code of the app besides a key that was only touched', async () => {
  const { user, passkey } = await withPasskey();
  await withAuthenticatorApp(user);
  const signIn = async (isUserVerified: boolean) => {
    const proof = passkey.sign({ ...site, challenge: await challengeToSignIn(), isUserVerified });
    return (await signInWithPasskey({ proof, party, ...origin })).outcome;
  };
  expect(await signIn(false)).toBe('code_needed');
  expect(await signIn(true)).toBe('signed_in');
});

it('adds a passkey only to the account that asked for it, and only once', async () => {
  const [anna, ben] = [await holderOf(await createUser()), await holderOf(await createUser())];
  const passkey = softwarePasskey();
  const { challenge } = await beginPasskey(anna, party);
  const made = passkey.make({ ...site, challenge });
  await expect(addPasskey(ben, made, party)).rejects.toMatchObject({ kind: 'invalid_input' });
  await expect(addPasskey(anna, made, party)).rejects.toMatchObject({ kind: 'invalid_input' });
  const again = (await beginPasskey(anna, party)).challenge;
  await addPasskey(anna, passkey.make({ ...site, challenge: again }), party);
  const third = (await beginPasskey(ben, party)).challenge;
  const taken = addPasskey(ben, passkey.make({ ...site, challenge: third }), party);
  await expect(taken).rejects.toMatchObject({ kind: 'conflict' });
});

it('adds none in a session that is ended, with every way in, while the passkey is being checked', async () => {
  const user = await createUser();
  await database().user.update({ where: { id: user.id }, data: { emailProvedAt: null } });
  const holder = await holderOf(user);
  const { challenge } = await beginPasskey(holder, party);
  const { adding } = await inTransaction(async (tx) => {
    await lockCredentials(tx, user.id);
    let isDone = false;
    const begun = addPasskey(holder, softwarePasskey().make({ ...site, challenge }), party).finally(() => {
      isDone = true;
    });
    await expect.poll(async () => isDone || (await waitingForLocks()) === 1, { timeout: 10_000 }).toBe(true);
    await proveAddress(tx, user, { origin, now: new Date(), keepsSecondFactor: false });
    return { adding: begun.catch((error: unknown) => error) };
  });
  expect(await adding).toMatchObject({ kind: 'unauthenticated' });
  expect(await listPasskeys(user.id)).toEqual([]);
});

it('renames and removes one’s own passkeys only; a removed one lets nobody in', async () => {
  const { user, holder, passkey } = await withPasskey();
  const stranger = await holderOf(await createUser());
  await expect(renamePasskey(stranger, passkey.id, 'Mine')).rejects.toMatchObject({ kind: 'not_found' });
  await expect(removePasskey(stranger, passkey.id)).rejects.toMatchObject({ kind: 'not_found' });
  await renamePasskey(holder, passkey.id, 'The blue key');
  expect(await listPasskeys(user.id)).toMatchObject([{ name: 'The blue key' }]);
  await removePasskey(holder, passkey.id);
  const proof = passkey.sign({ ...site, challenge: await challengeToSignIn() });
  expect(await signInWithPasskey({ proof, party, ...origin })).toEqual({ outcome: 'wrong' });
  const acts = await database().auditEvent.findMany({
    where: { actorId: user.id, targetKind: 'passkey' },
    orderBy: { at: 'asc' },
  });
  expect(acts.map(({ act, targetName }) => [act, targetName])).toEqual([
    ['account.passkey_added', 'Passkey'],
    ['account.passkey_renamed', 'The blue key'],
    ['account.passkey_removed', 'The blue key'],
  ]);
});
