import { deliverMail } from '#lib/mail/index.ts';
import { sendDigests } from '#lib/notifications/index.ts';
import { work, workEveryMinute } from '#lib/queue/index.ts';

/** Writes messages that are due and hands all to the mail server, in this process. */
export async function registerMailTasks(): Promise<void> {
  await work('send-mail', 2, ({ sealedMail }) => deliverMail(sealedMail));
  await workEveryMinute('send-digests', ({ signal }) => sendDigests(signal));
}
