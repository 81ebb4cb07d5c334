import { deliverMail } from '#lib/mail/index.ts';
import { work } from '#lib/queue/index.ts';

/** Hands messages to the mail server in this process. */
export async function registerMailTasks(): Promise<void> {
  await work('send-mail', 2, ({ sealedMail }) => deliverMail(sealedMail));
}
