import { afterAll, expect, it, vi } from 'vitest';
import { inTransaction, sealText } from '#lib/platform/index.ts';
import { closeQueue, work } from '#lib/queue/index.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { deliverMail } from './deliver-mail.ts';
import { canSendMail, sendMail } from './send-mail.ts';

// Before the configuration is read.
const server = await vi.hoisted(async () => {
  const { startMailCatcher } = await import('#lib/testing/mail-catcher.ts');
  const catcher = await startMailCatcher();
  Object.assign(process.env, { SMTP_URL: catcher.url, SMTP_FROM: 'Lectern <lectern@example.org>' });
  return catcher;
});
afterAll(async () => {
  await closeQueue();
  await server.close();
});

const mail = { to: 'anna@example.org', subject: 'Grüße', text: 'Open this:\n\nhttps://example.org/link\n' };
const sealed = (to: string) => sealText(JSON.stringify({ ...mail, to }));

it('hands a message over as it was written', async () => {
  expect(canSendMail()).toBe(true);
  await deliverMail(sealed('plain@example.org'));
  const sent = server.mails.at(-1);
  expect(sent).toMatchObject({ subject: 'Grüße', html: false });
  expect(sent?.text).toContain('https://example.org/link');
  expect([sent?.from?.text, sent?.to]).toMatchObject([
    '"Lectern" <lectern@example.org>',
    { text: 'plain@example.org' },
  ]);
});

it('gives a message up that the server refuses for good', async () => {
  const [before, tries] = [server.mails.length, server.tries()];
  server.refuseNext(550);
  await deliverMail(sealed('nobody@example.org'));
  expect([server.mails.length, server.tries()]).toEqual([before, tries + 1]);
});

it('fails, so that the task runs again, while the server says not now', async () => {
  server.refuseNext(450);
  await expect(deliverMail(sealed('later@example.org'))).rejects.toThrow();
});

it('sends only what was committed, and again after the server was busy', async () => {
  await expect(
    inTransaction(async (tx) => {
      await sendMail(tx, { ...mail, to: 'undone@example.org' });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await inTransaction((tx) => sendMail(tx, { ...mail, to: 'kept@example.org' }));
  server.refuseNext(451);
  const before = server.mails.length;
  await work('send-mail', 1, ({ sealedMail }) => deliverMail(sealedMail));
  await eventually('the message came', () => server.mails.length > before, 18_000);
  const addresses = server.mails.slice(before).map(({ to }) => JSON.stringify(to));
  expect(addresses).toEqual([expect.stringContaining('kept@example.org')]);
});
