import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { inTransaction } from '#lib/platform/index.ts';
import { beginStep, hashStepToken } from '../steps/sign-in-step.ts';
import { takeStep } from '../steps/sign-in-step-store.ts';

type Kind = 'passkey_sign_in' | 'passkey_add';

/** A challenge for a passkey to sign: good once, for five minutes. */
export async function newChallenge(kind: Kind, userId: string | null, now: Date) {
  const { token } = await inTransaction((tx) => beginStep(tx, kind, { userId }, now));
  return Buffer.from(token, 'base64url');
}

/**
 * Uses up the challenge that the browser says was signed. Whether it really was is for the signature to show.
 * @returns it, or null when it is none that we gave, to this person, a short while ago.
 */
export async function takeChallenge(
  kind: Kind,
  userId: string | null,
  clientDataJson: string,
  now: Date,
): Promise<string | null> {
  const challenge = challengeIn(clientDataJson);
  if (challenge === null) return null;
  const step = await inTransaction((tx) => takeStep(tx, kind, hashStepToken(challenge), now));
  return step && step.userId === userId ? challenge : null;
}

function challengeIn(clientDataJson: string): string | null {
  try {
    const { challenge } = decodeClientDataJSON(clientDataJson);
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
