import { Webhook } from 'standardwebhooks';

/** The headers that prove a message's sender, as standardwebhooks.com describes and Replicate's clients check. */
export function signMessage(
  secret: string,
  message: { id: string; sentAt: Date; body: string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.sentAt.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(message.id, message.sentAt, message.body),
  };
}
