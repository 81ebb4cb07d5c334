import { Webhook } from 'standardwebhooks';

/**
 * The headers that prove a message's sender, as standardwebhooks.com describes and Replicate's clients check: one
 * signature for each secret, of which a receiver needs to know one.
 */
export function signMessage(
  secrets: readonly string[],
  message: { id: string; sentAt: Date; body: string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const sign = (secret: string) => new Webhook(secret).sign(message.id, message.sentAt, message.body);
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestampOf(message.sentAt),
    'webhook-signature': secrets.map(sign).join(' '),
  };
}

/** Unix seconds. */
export function timestampOf(sentAt: Date): string {
  return String(Math.floor(sentAt.getTime() / 1_000));
}
