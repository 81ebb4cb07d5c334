import { database } from '#lib/platform/database.ts';
import { openSealed } from '#lib/platform/index.ts';

export type QueuedMail = { to: string; subject: string; text: string };

/** The messages to this address that wait to be sent, oldest first; for tests without a worker. */
export async function queuedMails(to: string): Promise<QueuedMail[]> {
  const rows = await database().$queryRaw<{ data: { sealedMail: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'send-mail' ORDER BY created_on, id`;
  return rows
    .map(({ data }): QueuedMail => JSON.parse(openSealed(data.sealedMail)))
    .filter((mail) => mail.to === to);
}

/** The token of a link in the last message to this address. */
export async function mailedToken(to: string): Promise<string> {
  const text = (await queuedMails(to)).at(-1)?.text ?? '';
  const token = /^https?:\S+\/([\w-]{43})$/m.exec(text)?.[1];
  if (!token) throw new Error(`No link was mailed to ${to}.`);
  return token;
}
