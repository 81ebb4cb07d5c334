import type { RequestOrigin } from '#lib/access/index.ts';
import { canSendMail, sendMail } from '#lib/mail/index.ts';
import { config, type Tx } from '#lib/platform/index.ts';
import { deviceInWords } from '../device.ts';

type Reader = { email: string };
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

/** So that somebody whose password was changed by another finds out. Nothing is sent without a mail server. */
export async function mailPasswordChanged(
  tx: Tx,
  { email }: Reader,
  { from, now }: { from: RequestOrigin | undefined; now: Date },
): Promise<void> {
  if (!canSendMail()) return;
  await sendMail(tx, {
    to: email,
    subject: 'Your password for Lectern was changed',
    text: [
      `The password of ${email} was changed on ${day(now)}, ${time(now)}${whereFrom(from)}. All other sessions were ended.`,
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
      `You have shown that ${email} is yours. Because anybody could have given it before, the password, passkeys and authenticator app that were set up earlier were removed, and all sessions ended.`,
      'You can set them up again under Settings, Security, or choose a password here:',
      `${config().publicUrl}/reset-password`,
    ].join('\n\n'),
  });
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
