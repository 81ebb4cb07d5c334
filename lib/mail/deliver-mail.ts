import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { config, logger, openSealed } from '#lib/platform/index.ts';

const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/**
 * Hands one message to the mail server. @throws when the server cannot be reached or refuses it for now: the task is
 * run again. An address that the server refuses for good is logged and given up.
 */
export async function deliverMail(sealedMail: string): Promise<void> {
  const { mail: server } = config();
  if (!server) {
    logger.warn('a message waits for a mail server, but SMTP_URL is not set any more: it is dropped');
    return;
  }
  const { to, subject, text } = mailSchema.parse(JSON.parse(openSealed(sealedMail)));
  const transport = createTransport(server.url, { connectionTimeout: 20_000, socketTimeout: 60_000 });
  try {
    await transport.sendMail({ from: server.from, to, subject, text });
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    logger.warn({ err: error }, 'the mail server refuses a message for good');
  } finally {
    transport.close();
  }
}

/** RFC 5321, 4.2.1: codes of five hundred say that trying again is of no use; 535 is our own password. */
function isRefusedForGood(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 550 && code < 560;
}
