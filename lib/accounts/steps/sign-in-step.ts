import { newId, randomToken, sha256, type Tx } from '#lib/platform/index.ts';
import { insertStep, type StepKind } from './sign-in-step-store.ts';

const MINUTE_MS = 60_000;

/** How long somebody has to finish what they began. */
export const stepLifetimesMs: Readonly<Record<StepKind, number>> = {
  mailed_link: 30 * MINUTE_MS,
  password_reset: 30 * MINUTE_MS,
  second_factor: 10 * MINUTE_MS,
  passkey_sign_in: 5 * MINUTE_MS,
  passkey_add: 5 * MINUTE_MS,
};

type BegunStep = { userId: string | null; data?: Record<string, string | null>; lifetimeMs?: number };

/**
 * Begins something that its holder must finish soon, once. The token is returned once; only its hash is stored.
 * `userId` null: nobody is known yet.
 */
export async function beginStep(
  tx: Tx,
  kind: StepKind,
  { userId, data, lifetimeMs = stepLifetimesMs[kind] }: BegunStep,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomToken(32);
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  await insertStep(tx, {
    id: newId(),
    kind,
    tokenHash: hashStepToken(token),
    userId,
    createdAt: now,
    expiresAt,
    data,
  });
  return { token, expiresAt };
}

export function hashStepToken(token: string): string {
  return sha256(token);
}
