import { config, sealText, type Tx } from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import type { Mail } from './mail.ts';

/** Whether the operator has named a mail server (SMTP_URL). */
export function canSendMail(): boolean {
  return config().mail !== undefined;
}

/**
 * Sends a message once the caller's transaction is committed. It is sealed while it waits: what it says may open a
 * session. The caller has asked `canSendMail` before.
 */
export async function sendMail(tx: Tx, mail: Mail): Promise<void> {
  await enqueue(tx, 'send-mail', { sealedMail: sealText(JSON.stringify(mail)) });
}
