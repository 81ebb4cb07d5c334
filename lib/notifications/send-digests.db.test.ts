import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Mail } from '#lib/mail/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId, openSealed } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { newDocument } from '#lib/testing/documents.ts';
import { sendDigests } from './index.ts';

vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:9';
  process.env.PUBLIC_URL = 'https://lectern.example';
});

const yesterday = new Date('2026-11-22T07:00:00Z');
const inTheNight = new Date('2026-11-23T02:00:00Z');
const morning = new Date('2026-11-23T07:30:00Z');
const going = new AbortController().signal;
const mailSchema = z.object({ sealedMail: z.string() });

let user: TestUser;
beforeEach(async () => {
  user = await createUser();
  await database().user.update({
    where: { id: user.id },
    data: { digest: 'daily', lastDigestAt: yesterday },
  });
});
afterAll(() => closeQueue());

/** A document that this person had read, which ended at this time. */
async function finish(completedAt: Date, by = user, at = user): Promise<string> {
  const documentId = await newDocument(at);
  await database().job.updateMany({
    where: { documentId },
    data: { status: 'succeeded', completedAt, createdById: by.id },
  });
  return documentId;
}

/** What waits to be mailed to this person. */
async function mailsTo({ email }: TestUser): Promise<Mail[]> {
  const rows = await database().$queryRaw<{ data: unknown }[]>`
    SELECT data FROM pgboss.job WHERE name = 'send-mail' ORDER BY created_on`;
  const mails = rows.map(({ data }) => JSON.parse(openSealed(mailSchema.parse(data).sealedMail)));
  return mails.filter(({ to }) => to === email);
}

const at = (now: Date) => sendDigests(going, { now: () => now });

describe('the digest', () => {
  it('tells once, in the morning, what this person had read, where to find it and how to stop the mail', async () => {
    const documentId = await finish(inTheNight);
    await at(morning);
    await at(morning);
    const [mail, ...more] = await mailsTo(user);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('A document has been read');
    expect(mail?.text).toContain(`https://lectern.example/${user.workspace.slug}/documents/${documentId}\n`);
    expect(mail?.text).toContain(`https://lectern.example/${user.workspace.slug}/settings/profile\n`);
  });

  it('is not sent when nothing has ended since the last', async () => {
    await finish(new Date(yesterday.getTime() - 1));
    await at(morning);
    expect(await mailsTo(user)).toEqual([]);
  });

  it('is not sent to those who did not ask for it', async () => {
    await database().user.update({ where: { id: user.id }, data: { digest: 'off' } });
    await finish(inTheNight);
    await at(morning);
    expect(await mailsTo(user)).toEqual([]);
  });

  it('says nothing of what others had read, and of workspaces that were left', async () => {
    const colleague = await createUser({ workspace: user.workspace });
    await finish(inTheNight, colleague);
    const elsewhere = await createUser();
    await finish(inTheNight, user, elsewhere);
    await at(morning);
    expect(await mailsTo(user)).toEqual([]);
  });

  it('counts all and lists the first fifty', async () => {
    const documentId = await finish(inTheNight);
    const data = Array.from({ length: 60 }, () => ({
      ...{ id: newId(), workspaceId: user.workspace.id, documentId, createdById: user.id, languages: [] },
      ...{ status: 'failed' as const, completedAt: inTheNight },
    }));
    await database().job.createMany({ data });
    await at(morning);
    const [mail] = await mailsTo(user);
    expect(mail?.subject).toBe('61 documents have been read');
    expect(mail?.text).toContain('And 11 more.');
  });
});
