import type { RequestOrigin } from '#lib/access/index.ts';
import { canSendMail, sendMail } from '#lib/mail/index.ts';
import { config, type Tx } from '#lib/platform/index.ts';
import { deviceInWords } from '../device.ts';

type Reader = { email: string };
type Passkey = { name: string; createdAt: Date };
type Link = { token: string; expiresAt: Date; origin: RequestOrigin; now: Date };

export async function mailSignInLink(tx: Tx, { email }: Reader, link: Link): Promise<void> {
  await sendMail(tx, {
    to: email,
    subject: 'Your link to sign in to Lectern',
    text: [
      `Somebody, probably you, asked to sign in to Lectern as ${email}.`,
      `Open this link and press “Sign in”. It works once, until ${time(link.expiresAt)}:`,
      `${config().publicUrl}/sign-in/link/${link.token}`,
      askedFor(link.origin, link.now),
      'If it was not you, you need not do anything: without this link nobody gets in.',
    ].join('\n\n'),
  });
}

export async function mailResetLink(tx: Tx, { email }: Reader, link: Link): Promise<void> {
  await sendMail(tx, {
    to: email,
    subject: 'Set a new password for Lectern',
    text: [
      `Somebody, probably you, asked for a new password for ${email}.`,
      `Open this link and choose one. It works once, until ${time(link.expiresAt)}:`,
      `${config().publicUrl}/reset-password/${link.token}`,
      askedFor(link.origin, link.now),
      'If it was not you, you need not do anything: your password stays as it is.',
    ].join('\n\n'),
  });
}

/**
 * So that somebody whose password was changed by another finds out, and which passkeys open the account all the same.
 * Nothing is sent without a mail server.
 */
export async function mailPasswordChanged(
  tx: Tx,
  { email }: Reader,
  { from, now, passkeys }: { from: RequestOrigin | undefined; now: Date; passkeys: readonly Passkey[] },
): Promise<void> {
  if (!canSendMail()) return;
  await sendMail(tx, {
    to: email,
    subject: 'Your password for Lectern was changed',
    text: [
      `The password of ${email} was changed on ${day(now)}, ${time(now)}${whereFrom(from)}. All other sessions were ended.`,
      ...stillOpens(passkeys),
      'If it was you, all is well. If it was not, set a new password at once and tell the owner of your workspace:',
      `${config().publicUrl}/reset-password`,
    ].join('\n\n'),
  });
}

/** So that somebody who had set a password before knows why it works no more. Nothing is sent without a mail server. */
export async function mailAddressProved(tx: Tx, { email }: Reader): Promise<void> {
  if (!canSendMail()) return;
  await sendMail(tx, {
    to: email,
    subject: 'Your address for Lectern is confirmed',
    text: [
      `You have shown that ${email} is yours. Because anybody could have given it before, the password, passkeys and sessions from before that were removed. An authenticator app that is switched on stays on.`,
      'You can set up what you miss under Settings, Security, or choose a password here:',
      `${config().publicUrl}/reset-password`,
    ].join('\n\n'),
  });
}

/** The same for somebody who came by the operator's provider to an account that another may have made. */
export async function mailAccountTakenOver(tx: Tx, { email }: Reader): Promise<void> {
  if (!canSendMail()) return;
  await sendMail(tx, {
    to: email,
    subject: 'Your account on Lectern begins anew',
    text: [
      `You signed in through a provider that knows ${email} as yours. There was an account with this address, which anybody could have made. It is yours now: its password, passkeys and authenticator app were removed, its API tokens and invitations revoked, and its sessions ended.`,
      'It also left its workspaces, except where it was the only owner. Look at the members of a workspace that you do not know before you use it. Whoever invited you can invite you again:',
      config().publicUrl,
    ].join('\n\n'),
  });
}

function stillOpens(passkeys: readonly Passkey[]): string[] {
  if (passkeys.length === 0) return [];
  const named = passkeys.map(({ name, createdAt }) => `“${name}”, added on ${day(createdAt)}`);
  return [
    `These passkeys still sign in. Remove what is not yours under Settings, Security:\n${named.join('\n')}`,
  ];
}

function askedFor(origin: RequestOrigin, now: Date): string {
  return `Asked for on ${day(now)}, ${time(now)}${whereFrom(origin)}.`;
}

function whereFrom(origin: RequestOrigin | undefined): string {
  if (!origin) return '';
  const device = deviceInWords(origin.userAgent);
  const address = origin.ipAddress ? ` at ${origin.ipAddress}` : '';
  return device === 'Unknown device' ? address && `, from a device${address}` : `, with ${device}${address}`;
}

function day(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

function time(at: Date): string {
  return `${new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;
}
