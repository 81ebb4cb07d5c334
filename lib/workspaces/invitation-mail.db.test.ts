import { afterAll, expect, it } from 'vitest';

// The configuration is read once, on import.
process.env.SMTP_URL = 'smtp://127.0.0.1:9';
process.env.SMTP_FROM = 'Lectern <lectern@example.org>';
const { createUser } = await import('#lib/testing/accounts.ts');
const { scopeOf } = await import('#lib/testing/documents.ts');
const { mailedToken, queuedMails } = await import('#lib/testing/queued-mails.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { findInvitation, invite, listInvitations, renewInvitation } = await import('./index.ts');

afterAll(() => closeQueue());

const guest = 'guest@example.org';

it('with a mail server an invitation goes to its address alone, and a copied link makes the mailed one useless', async () => {
  const owner = await createUser();
  const scope = scopeOf(owner, 'member:manage');
  const { id, link } = await invite(scope, { email: guest, role: 'viewer' });
  expect(link).toBeNull();
  const [mail] = await queuedMails(guest);
  expect(mail?.text).toContain(owner.workspace.name);
  const mailed = await mailedToken(guest);
  expect(await findInvitation(mailed)).toMatchObject({ email: guest });

  const copied = await renewInvitation(scope, { invitationId: id, by: 'link' });
  expect(await findInvitation(mailed)).toBeNull();
  expect(await listInvitations(scope)).toMatchObject([{ id, lastSentAt: null }]);
  expect(await queuedMails(guest)).toHaveLength(1);

  expect(await renewInvitation(scope, { invitationId: id, by: 'mail' })).toEqual({ id, link: null });
  expect(await findInvitation(await mailedToken(guest))).not.toBeNull();
  expect(await findInvitation(copied.link?.split('/').at(-1) ?? '')).toBeNull();
});
