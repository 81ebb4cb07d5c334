import { afterAll, expect, it } from 'vitest';

// The configuration is read once, on import.
process.env.SMTP_URL = 'smtp://127.0.0.1:9';
const { database } = await import('#lib/platform/database.ts');
const { newId } = await import('#lib/platform/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');
const { scopeOf } = await import('#lib/testing/documents.ts');
const { mailedToken } = await import('#lib/testing/queued-mails.ts');
const { closeQueue } = await import('#lib/queue/index.ts');
const { acceptAsNewPerson, invite, renewInvitation } = await import('./index.ts');

const from = { ipAddress: '192.0.2.1', userAgent: null };
afterAll(() => closeQueue());

async function joinedBy(token: string): Promise<{ emailProvedAt: Date | null }> {
  const { userId } = await acceptAsNewPerson(token, { name: 'Guest', password: 'four words of mine' }, from);
  return database().user.findUniqueOrThrow({ where: { id: userId }, select: { emailProvedAt: true } });
}

it('takes the address of a new person as proved only when the link was mailed to it', async () => {
  const scope = scopeOf(await createUser(), 'member:manage');
  const mailed = `${newId()}@example.org`;
  await invite(scope, { email: mailed, role: 'viewer' });
  expect((await joinedBy(await mailedToken(mailed))).emailProvedAt).toBeInstanceOf(Date);

  const { id } = await invite(scope, { email: `${newId()}@example.org`, role: 'viewer' });
  const { link } = await renewInvitation(scope, { invitationId: id, by: 'link' });
  expect((await joinedBy(link?.split('/').at(-1) ?? '')).emailProvedAt).toBeNull();
});
