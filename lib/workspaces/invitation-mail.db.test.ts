import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';

// The configuration is read once, on import.
process.env.SMTP_URL = 'smtp://127.0.0.1:9';
process.env.SMTP_FROM = 'Lectern <lectern@example.org>';
const { createUser } = await import('#lib/testing/accounts.ts');
const { scopeOf } = await import('#lib/testing/documents.ts');
const { database } = await import('#lib/platform/database.ts');
const { config, unseal } = await import('#lib/platform/index.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { findInvitation, invite, listInvitations, renewInvitation } = await import('./index.ts');

afterAll(() => closeQueue());

const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** What waits to be sent, oldest first. */
async function waitingMails() {
  const rows = await database().$queryRaw<{ sealed: string }[]>`
    SELECT data->>'sealedMail' AS sealed FROM pgboss.job WHERE name = 'send-mail' ORDER BY created_on, id`;
  return rows.map(({ sealed }) => mailSchema.parse(JSON.parse(unseal(config().secret, sealed))));
}

function tokenIn(text: string): string {
  return /\/invite\/([\w-]{43})\n/.exec(text)?.[1] ?? '';
}

it('with a mail server an invitation goes to its address alone, and a copied link makes the mailed one useless', async () => {
  const owner = await createUser();
  const scope = scopeOf(owner, 'member:manage');
  const { id, link } = await invite(scope, { email: 'guest@example.org', role: 'viewer' });
  expect(link).toBeNull();
  const [mail] = await waitingMails();
  expect(mail).toMatchObject({ to: 'guest@example.org' });
  expect(mail?.text).toContain(owner.workspace.name);
  const mailed = tokenIn(mail?.text ?? '');
  expect(await findInvitation(mailed)).toMatchObject({ email: 'guest@example.org' });

  const copied = await renewInvitation(scope, { invitationId: id, by: 'link' });
  expect(await findInvitation(mailed)).toBeNull();
  expect(copied.link).toContain('/invite/');
  expect(await listInvitations(scope)).toMatchObject([{ id, lastSentAt: null }]);
  expect(await waitingMails()).toHaveLength(1);

  expect(await renewInvitation(scope, { invitationId: id, by: 'mail' })).toEqual({ id, link: null });
  const again = (await waitingMails()).at(-1);
  expect(await findInvitation(tokenIn(again?.text ?? ''))).not.toBeNull();
  expect(await findInvitation(tokenIn(`${copied.link}\n`))).toBeNull();
});
