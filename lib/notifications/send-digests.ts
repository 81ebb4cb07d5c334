import { canSendMail, sendMail } from '#lib/mail/index.ts';
import { type Clock, config, inTransaction, systemClock } from '#lib/platform/index.ts';
import { isDigestDue } from './digest-due.ts';
import { digestMail, MOST_LISTED } from './digest-mail.ts';
import { claimDigest, type DigestReader, findDigestReaders, finishedJobs } from './digest-store.ts';

/**
 * Sends everybody whose digest is due one message about what they had read since the last; none when nothing ended.
 * Does nothing without a mail server. Safe to repeat and to run in several processes at once.
 */
export async function sendDigests(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  if (!canSendMail()) return;
  const now = clock.now();
  for (const reader of await findDigestReaders()) {
    if (signal.aborted) return;
    const { digest: rhythm, timeZone, lastDigestAt: lastAt } = reader;
    if (isDigestDue({ rhythm, timeZone, lastAt }, now)) await sendDigest(reader, now);
  }
}

async function sendDigest(reader: DigestReader, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await claimDigest(tx, reader, now))) return;
    const span = { userId: reader.id, from: reader.lastDigestAt ?? now, until: now, most: MOST_LISTED };
    const finished = await finishedJobs(tx, span);
    if (finished.total > 0) await sendMail(tx, digestMail(reader, finished, config().publicUrl));
  });
}
