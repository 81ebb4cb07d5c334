import { afterAll, expect, it, vi } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { mailedToken, queuedMails } from '#lib/testing/queued-mails.ts';
import { actorOfSession } from '../actor-of-session.ts';
import { listSessions } from '../list-sessions.ts';
import { finishSignIn } from '../second-factor/finish-sign-in.ts';
import { tryLimits } from '../try-limits.ts';
import { requestMailedLink } from './request-link.ts';
import { signInByMailedLink } from './sign-in-by-mailed-link.ts';
import { whoseLink } from './whose-link.ts';

vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://mail.invalid';
  process.env.PUBLIC_URL = 'https://lectern.example.org';
});

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
let lastAddress = 0;
const elsewhere = () => ({ userAgent: chrome, ipAddress: `198.51.100.${++lastAddress}` });
afterAll(() => closeQueue());

it('signs in whoever presses the button, once; looking at the link changes nothing', async () => {
  const user = await createUser();
  const origin = elsewhere();
  await requestMailedLink({ email: user.email, next: '/team/documents', origin });
  const token = await mailedToken(user.email);
  for (let looks = 0; looks < 3; looks++) {
    expect(await whoseLink('mailed_link', token)).toEqual({ email: user.email });
  }
  const result = await signInByMailedLink({ token, ...origin });
  if (result.outcome !== 'signed_in') throw new Error(result.outcome);
  expect(result.next).toBe('/team/documents');
  expect((await actorOfSession(result.token))?.user.id).toBe(user.id);
  expect((await listSessions(user.id)).map(({ method }) => method)).toContain('mailed_link');
  expect(await signInByMailedLink({ token, ...origin })).toEqual({ outcome: 'over' });
  expect(await whoseLink('mailed_link', token)).toBeNull();
});

it('says in the message who asked, from where, until when, and what to do about it', async () => {
  const user = await createUser();
  const clock = { now: () => new Date('2026-11-23T14:02:00Z') };
  await requestMailedLink(
    { email: user.email, next: '/', origin: { ...elsewhere(), ipAddress: '192.0.2.44' } },
    clock,
  );
  const [mail] = await queuedMails(user.email);
  expect(mail?.text.replace(/[\w-]{43}/, 'TOKEN')).toBe(
    [
      `Somebody, probably you, asked to sign in to Lectern as ${user.email}.`,
      'Open this link and press “Sign in”. It works once, until 14:32 UTC:',
      'https://lectern.example.org/sign-in/link/TOKEN',
      'Asked for on 23 November 2026, 14:02 UTC, with Chrome on Linux at 192.0.2.44.',
      'If it was not you, you need not do anything: without this link nobody gets in.',
    ].join('\n\n'),
  );
});

it('asks for the code where there is an authenticator app', async () => {
  const user = await createUser();
  const { codeNow } = await withAuthenticatorApp(user);
  const origin = elsewhere();
  await requestMailedLink({ email: user.email, next: '/', origin });
  const result = await signInByMailedLink({ token: await mailedToken(user.email), ...origin });
  if (result.outcome !== 'code_needed') throw new Error(result.outcome);
  const finished = await finishSignIn({ stepToken: result.stepToken, code: codeNow(), ...origin });
  expect(finished.outcome).toBe('signed_in');
  expect((await listSessions(user.id)).map(({ method }) => method)).toContain('mailed_link_and_code');
});

it('asks for the code also where the address was not proved before: a mailbox is no second factor', async () => {
  const user = await createUser();
  const { codeNow } = await withAuthenticatorApp(user);
  await database().user.update({ where: { id: user.id }, data: { emailProvedAt: null } });
  const isProved = async () =>
    (await database().user.count({ where: { id: user.id, emailProvedAt: null } })) === 0;
  const origin = elsewhere();
  await requestMailedLink({ email: user.email, next: '/', origin });
  const result = await signInByMailedLink({ token: await mailedToken(user.email), ...origin });
  if (result.outcome !== 'code_needed') throw new Error(result.outcome);
  expect(await isProved()).toBe(false);
  const finished = await finishSignIn({ stepToken: result.stepToken, code: codeNow(), ...origin });
  expect(finished.outcome).toBe('signed_in');
  expect(await isProved()).toBe(true);
});

it('answers alike, and not sooner, where nobody has an account, and sends nothing', async () => {
  const user = await createUser();
  const took = async (email: string) => {
    const started = performance.now();
    expect(await requestMailedLink({ email, next: '/', origin: elsewhere() })).toBeUndefined();
    return performance.now() - started;
  };
  const stranger = `${newId()}@example.org`;
  expect(await took(stranger)).toBeGreaterThanOrEqual(399);
  expect(await took(user.email)).toBeGreaterThanOrEqual(399);
  expect(await queuedMails(stranger)).toEqual([]);
  const acts = await database().auditEvent.findMany({ where: { act: 'account.link_requested' } });
  expect(JSON.stringify(acts)).not.toContain(stranger);
});

it('fills nobody’s mailbox, whoever asks', async () => {
  const user = await createUser();
  const origin = elsewhere();
  const ask = (from: typeof origin) => requestMailedLink({ email: user.email, next: '/', origin: from });
  const { pair, subject } = tryLimits['mailed-link'];
  const same = await Promise.allSettled(Array.from({ length: pair + 1 }, () => ask(origin)));
  expect(same.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  const others = await Promise.allSettled(Array.from({ length: subject }, () => ask(elsewhere())));
  expect(others.some(({ status }) => status === 'rejected')).toBe(true);
  expect((await queuedMails(user.email)).length).toBeLessThanOrEqual(subject);
});

it('keeps only the hash of a link, and the waiting message sealed', async () => {
  const user = await createUser();
  await requestMailedLink({ email: user.email, next: '/', origin: elsewhere() });
  const token = await mailedToken(user.email);
  const steps = await database().signInStep.findMany({ where: { userId: user.id } });
  expect(steps).toHaveLength(1);
  const waiting = await database().$queryRaw`SELECT data FROM pgboss.job WHERE name = 'send-mail'`;
  expect(JSON.stringify([steps, waiting])).not.toContain(token);
});
