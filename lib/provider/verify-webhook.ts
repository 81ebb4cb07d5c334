import { validateWebhook } from 'replicate';
import { type Clock, config, systemClock } from '#lib/platform/index.ts';
import { callTimeLimit, clientFor } from './client.ts';

/** A webhook as it arrived: its three headers and its body, byte for byte. */
export type SignedMessage = { id: string; timestamp: string; signature: string; body: string };

/** A message that is older or newer than this is somebody's replay, or a wrong clock. */
const TOLERANCE_SECONDS = 5 * 60;
const SECRET_LIFE_MS = 10 * 60_000;
/** A secret is asked for again at most this often because of a bad signature, which anybody can send. */
const SECRET_LEAST_LIFE_MS = 10_000;

const secrets = new Map<string, { key: string; fetchedAt: number }>();

/** Whether the prediction service of this workspace has signed the message lately. */
export async function verifyWebhook(
  workspaceId: string,
  message: SignedMessage,
  clock: Clock = systemClock,
): Promise<boolean> {
  const now = clock.now().getTime();
  const ageSeconds = now / 1000 - Number(message.timestamp);
  if (!/^\d{1,12}$/.test(message.timestamp) || Math.abs(ageSeconds) > TOLERANCE_SECONDS) return false;
  if (message.id === '' || message.signature === '' || message.body === '') return false;
  if (await isSignedWith(await secretOf(workspaceId, now, SECRET_LIFE_MS), message)) return true;
  // The secret may have been changed since it was fetched.
  return isSignedWith(await secretOf(workspaceId, now, SECRET_LEAST_LIFE_MS), message);
}

async function secretOf(workspaceId: string, now: number, lifeMs: number): Promise<string> {
  const slot = `${config().provider.baseUrl} ${workspaceId}`;
  const kept = secrets.get(slot);
  if (kept && now - kept.fetchedAt < lifeMs) return kept.key;
  const { key } = await clientFor(workspaceId).webhooks.default.secret.get({ signal: callTimeLimit() });
  secrets.set(slot, { key, fetchedAt: now });
  return key;
}

async function isSignedWith(secret: string, message: SignedMessage): Promise<boolean> {
  return validateWebhook({ ...message, secret });
}
