import { afterEach, expect, it, vi } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { actorOfSession } from './actor-of-session.ts';
import { signIn } from './sign-in.ts';
import { tryLimits } from './try-limits.ts';

// Counts the library's own verifications, which still run: equal work is the guarantee, not equal clocks.
const verifications = vi.hoisted(() => ({ count: 0 }));
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>();
  const verify: typeof argon2.verify = (...input) => {
    verifications.count += 1;
    return argon2.verify(...input);
  };
  return { ...argon2, verify };
});

const { pair: TRIES_PER_ADDRESS_AND_EMAIL, subject: TRIES_PER_EMAIL } = tryLimits['sign-in'];

let lastAddress = 0;
function nextAddress(): string {
  lastAddress += 1;
  return `192.0.2.${lastAddress}`;
}

afterEach(() => {
  verifications.count = 0;
});

it('opens a session for the right password', async () => {
  const user = await createUser();
  const { email, password } = user;
  const result = await signIn({ email, password, userAgent: 'a browser', ipAddress: nextAddress() });
  if (result.outcome !== 'signed_in') throw new Error(result.outcome);
  const holder = await actorOfSession(result.token);
  expect(holder?.user).toMatchObject({ id: user.id, name: user.name, email });
  expect(holder?.workspaces).toMatchObject([{ ...user.workspace, role: 'owner' }]);
});

it('answers a wrong password, an unknown e-mail and a person without password alike, at the same cost', async () => {
  const { email } = await createUser();
  const origin = { userAgent: null, ipAddress: nextAddress() };
  expect(await signIn({ email, password: 'not the password', ...origin })).toEqual({ outcome: 'wrong' });
  expect(verifications.count).toBe(1);
  const nobody = await signIn({ email: 'nobody@example.org', password: 'not the password', ...origin });
  expect(nobody).toEqual({ outcome: 'wrong' });
  expect(verifications.count).toBe(2);
});

it('refuses further tries from one address for one e-mail, even with the right password, before any check', async () => {
  const { email, password } = await createUser();
  const origin = { userAgent: null, ipAddress: nextAddress() };
  const wrong = Array.from({ length: TRIES_PER_ADDRESS_AND_EMAIL }, () =>
    signIn({ email, password: 'a guess', ...origin }),
  );
  expect((await Promise.all(wrong)).map(({ outcome }) => outcome)).toEqual(wrong.map(() => 'wrong'));
  verifications.count = 0;
  const limited = await signIn({ email, password, ...origin });
  if (limited.outcome !== 'limited') throw new Error(limited.outcome);
  expect(limited.retryAfterSeconds).toBeGreaterThan(0);
  expect(limited.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  expect(verifications.count).toBe(0);
  const elsewhere = await signIn({ email, password, userAgent: null, ipAddress: nextAddress() });
  expect(elsewhere.outcome).toBe('signed_in');
});

it('forgets the mistakes of a person who got in', async () => {
  const { email, password } = await createUser();
  const origin = { userAgent: null, ipAddress: nextAddress() };
  for (let round = 0; round < 2; round++) {
    for (let tries = 1; tries < TRIES_PER_ADDRESS_AND_EMAIL; tries++) {
      expect((await signIn({ email, password: 'a guess', ...origin })).outcome).toBe('wrong');
    }
    expect((await signIn({ email, password, ...origin })).outcome).toBe('signed_in');
  }
});

it('counts all addresses of one IPv6 network as one', async () => {
  const { email, password } = await createUser();
  const from = (host: number) => ({ userAgent: null, ipAddress: `2001:db8:7:8::${host.toString(16)}` });
  for (let tries = 1; tries <= TRIES_PER_ADDRESS_AND_EMAIL; tries++) {
    expect((await signIn({ email, password: 'a guess', ...from(tries) })).outcome).toBe('wrong');
  }
  expect((await signIn({ email, password, ...from(0xffff) })).outcome).toBe('limited');
  const neighbour = { userAgent: null, ipAddress: '2001:db8:7:9::1' };
  expect((await signIn({ email, password, ...neighbour })).outcome).toBe('signed_in');
});

it('limits guesses at one e-mail from ever changing addresses', async () => {
  const outcomes = new Set<string>();
  for (let tries = 0; tries <= TRIES_PER_EMAIL; tries += 10) {
    const batch = Array.from({ length: 10 }, (_, index) =>
      signIn({
        email: 'target@example.org',
        password: 'a guess',
        userAgent: null,
        ipAddress: `198.51.100.${tries + index}`,
      }),
    );
    for (const { outcome } of await Promise.all(batch)) outcomes.add(outcome);
  }
  expect(outcomes).toEqual(new Set(['wrong', 'limited']));
});

it('tells the audit trail who failed where, and of a flood once', async () => {
  const { id, name, email } = await createUser();
  const ipAddress = nextAddress();
  const origin = { userAgent: 'a browser', ipAddress };
  await signIn({ email, password: 'a guess', ...origin });
  await signIn({ email: 'typed by mistake', password: 'a guess', ...origin });
  const events = () => database().auditEvent.findMany({ where: { ipAddress }, orderBy: { at: 'asc' } });
  expect(await events()).toMatchObject([
    { act: 'account.sign_in_failed', actorKind: 'nobody', actorId: null, targetId: id, targetName: name },
    { act: 'account.sign_in_failed', actorKind: 'nobody', targetId: null },
  ]);
  expect(JSON.stringify(await events())).not.toContain('typed by mistake');
  for (let tries = 0; tries < TRIES_PER_ADDRESS_AND_EMAIL + 5; tries++) {
    await signIn({ email, password: 'a guess', ...origin });
  }
  const limited = (await events()).filter(({ act }) => act === 'account.sign_in_limited');
  expect(limited).toHaveLength(1);
});
