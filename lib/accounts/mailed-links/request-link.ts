import { setTimeout as wait } from 'node:timers/promises';
import type { RequestOrigin } from '#lib/access/index.ts';
import { type Act, recordAct } from '#lib/audit/index.ts';
import { canSendMail } from '#lib/mail/index.ts';
import { type Clock, Conflict, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { recordLimit } from '../record-refusal.ts';
import { tooManyTries } from '../require-try.ts';
import { beginStep } from '../steps/sign-in-step.ts';
import { countTry } from '../try-limits.ts';
import { findUserWithEmail } from '../user-store.ts';
import { mailResetLink, mailSignInLink } from './mails.ts';

/** Longer than sending takes: how long the answer takes tells nobody whether there is such a person. */
const ANSWERS_AFTER_MS = 400;

type Asked = { email: string; origin: RequestOrigin };
type Kind = 'mailed_link' | 'password_reset';

const ways = {
  mailed_link: { way: 'mailed-link', act: 'account.link_requested', mail: mailSignInLink },
  password_reset: { way: 'password-reset', act: 'account.reset_requested', mail: mailResetLink },
} as const satisfies Record<Kind, { way: string; act: Act; mail: typeof mailSignInLink }>;

/**
 * Mails a link that signs in to the person with this e-mail address (lower-case), if there is one: the answer is the
 * same, and as fast, when there is none. `next` is where they wanted to go.
 * @throws LimitReached; Conflict when the operator has named no mail server
 */
export function requestMailedLink(
  { next, ...asked }: Asked & { next: string },
  clock: Clock = systemClock,
): Promise<void> {
  return requestLink('mailed_link', asked, { next }, clock);
}

/** The same for a link that lets its holder choose a new password. */
export function requestPasswordReset(asked: Asked, clock: Clock = systemClock): Promise<void> {
  return requestLink('password_reset', asked, {}, clock);
}

async function requestLink(
  kind: Kind,
  { email, origin }: Asked,
  data: Record<string, string>,
  clock: Clock,
): Promise<void> {
  if (!canSendMail())
    throw new Conflict('This installation sends no e-mail. Ask whoever looks after it for a link.');
  const { way } = ways[kind];
  const waitSeconds = await countTry(way, { subject: email, ipAddress: origin.ipAddress });
  if (waitSeconds > 0) {
    await recordLimit(way, origin);
    throw tooManyTries(waitSeconds);
  }
  const send = inTransaction((tx) => sendIfKnown(tx, kind, { email, origin, data, now: clock.now() }));
  await Promise.all([send, wait(ANSWERS_AFTER_MS)]);
}

async function sendIfKnown(
  tx: Tx,
  kind: Kind,
  { email, origin, data, now }: Asked & { data: Record<string, string>; now: Date },
): Promise<void> {
  const { act, mail } = ways[kind];
  const user = await findUserWithEmail(email, tx);
  const target = user && { target: { kind: 'user', id: user.id, name: user.name } };
  await recordAct(tx, { actor: { kind: 'nobody', from: origin }, workspaceId: null }, { act, ...target });
  if (!user) return;
  const link = await beginStep(tx, kind, { userId: user.id, data }, now);
  await mail(tx, user, { ...link, origin, now });
}
