import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeOpenStreams } from '#app/_http/open-streams.ts';
import { actorOfSession, changePassword, revokeSession } from '#lib/accounts/index.ts';
import { announce, closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { requestOf } from '#lib/testing/portal-request.ts';
import { changeRole, deleteWorkspace, removeMember } from '#lib/workspaces/index.ts';
import { openEventStream } from './event-stream.ts';
import { GET } from './route.ts';

const user = await createUser();
const other = await createUser();

afterEach(() => closeOpenStreams());
afterAll(() => closeLive());

/** Opens the stream and collects what it says. */
async function open(person: TestUser) {
  const leaving = new AbortController();
  const request = requestOf(person, `/api/events?workspace=${person.workspace.slug}`, {
    signal: leaving.signal,
  });
  const response = await GET(request, { params: Promise.resolve({}) });
  if (!response.body) throw new Error('The stream has no body.');
  const heard = { text: '', ended: false };
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const read = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard.text += part.value;
    heard.ended = true;
  };
  void read();
  return { response, heard, leave: () => leaving.abort(), cancel: () => reader.cancel() };
}

function announceDocument(workspaceId: string, documentId: string, page?: number) {
  return inTransaction((tx) =>
    announce(tx, { topic: 'document', workspaceId, documentId, ...(page !== undefined && { page }) }),
  );
}

describe('the event stream', () => {
  it('tells what changes in this workspace and nothing of others, from the moment it stands', async () => {
    const { response, heard } = await open(user);
    await announceDocument(other.workspace.id, 'theirs');
    await announceDocument(user.workspace.id, 'ours', 3);
    await announceDocument(user.workspace.id, 'ours too');
    await expect.poll(() => heard.text).toContain('ours too');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(heard.text).toBe(
      [
        'retry: 1000\n\n',
        'data: {"type":"document","documentId":"ours","page":3}\n\n',
        'data: {"type":"document","documentId":"ours too"}\n\n',
      ].join(''),
    );
  });

  it('tells of the end of a job whoever began it, and nobody else', async () => {
    const colleague = await createUser({ role: 'editor', workspace: user.workspace });
    const [own, others] = [await open(user), await open(colleague)];
    const workspaceId = user.workspace.id;
    await inTransaction((tx) =>
      announce(tx, { topic: 'job-end', workspaceId, documentId: 'read', userId: user.id }),
    );
    await announceDocument(workspaceId, 'afterwards');
    await expect.poll(() => others.heard.text).toContain('afterwards');
    await expect.poll(() => own.heard.text).toContain('{"type":"job-end","documentId":"read"}');
    expect(others.heard.text).not.toContain('job-end');
  });

  it('ends when the session is revoked, and only then', async () => {
    const person = await createUser();
    const { heard } = await open(person);
    const bystander = await open(user);
    const holder = await actorOfSession(person.sessionToken);
    if (!holder) throw new Error('The person has no session.');
    await revokeSession(holder, holder.session.id);
    await expect.poll(() => heard.ended).toBe(true);
    expect(heard.text).toContain('data: {"type":"closed","why":"session"}');
    expect(bystander.heard.ended).toBe(false);
  });

  it('ends at once when the session was revoked while it was being opened', async () => {
    const person = await createUser();
    const holder = await actorOfSession(person.sessionToken);
    if (!holder) throw new Error('The person has no session.');
    await revokeSession(holder, holder.session.id);
    const stream = await openEventStream({
      workspaceId: person.workspace.id,
      session: holder,
      sessionToken: person.sessionToken,
      signal: new AbortController().signal,
    });
    expect(await new Response(stream).text()).toContain('data: {"type":"closed","why":"session"}');
  });

  it('ends within ten seconds when the right ended without an announcement', async () => {
    const person = await createUser();
    const { heard } = await open(person);
    await database().session.updateMany({ where: { userId: person.id }, data: { expiresAt: new Date(0) } });
    await expect.poll(() => heard.ended, { timeout: 10_000 }).toBe(true);
    expect(heard.text).toContain('data: {"type":"closed","why":"session"}');
  });

  it('ends without a word when the session got another token, with which the browser comes back', async () => {
    const person = await createUser();
    const { heard } = await open(person);
    const holder = await actorOfSession(person.sessionToken);
    if (!holder) throw new Error('The person has no session.');
    await changePassword(holder, { current: person.password, password: 'four words of mine' });
    await expect.poll(() => heard.ended).toBe(true);
    expect(heard.text).not.toContain('closed');
  });

  it('ends with a last word within seconds when its reader is removed from the workspace', async () => {
    const person = await createUser({ role: 'viewer', workspace: user.workspace });
    const { heard } = await open(person);
    const bystander = await open(user);
    await removeMember(scopeOf(user, 'member:manage'), { userId: person.id, revokeTokens: false });
    await expect.poll(() => heard.ended, { timeout: 10_000 }).toBe(true);
    expect(heard.text).toContain('data: {"type":"closed","why":"membership"}');
    await announceDocument(user.workspace.id, 'after the removal');
    await expect.poll(() => bystander.heard.text).toContain('after the removal');
    expect(heard.text).not.toContain('after the removal');
  });

  it('ends for everybody when the workspace is deleted', async () => {
    const person = await createUser();
    const { heard } = await open(person);
    await deleteWorkspace(scopeOf(person, 'workspace:manage'));
    await expect.poll(() => heard.ended, { timeout: 10_000 }).toBe(true);
  });

  it('stays, and tells its reader to look again, when their role is lowered', async () => {
    const person = await createUser({ role: 'editor', workspace: user.workspace });
    const { heard } = await open(person);
    await changeRole(scopeOf(user, 'member:manage'), { userId: person.id, role: 'viewer' });
    await expect.poll(() => heard.text).toContain('data: {"type":"access"}');
    expect(heard.ended).toBe(false);
  });

  it('asks to fetch everything again when the database connection was lost', async () => {
    const { heard } = await open(user);
    await database().$queryRaw`
      SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE application_name = 'lectern-live' AND datname = current_database()`;
    await expect.poll(() => heard.text, { timeout: 5_000 }).toContain('data: {"type":"resync"}');
  });

  it('ends when the server stops', async () => {
    const { heard } = await open(user);
    closeOpenStreams();
    await expect.poll(() => heard.ended).toBe(true);
  });

  it('ends when the browser goes, in either way', async () => {
    const first = await open(user);
    first.leave();
    await expect.poll(() => first.heard.ended).toBe(true);
    const second = await open(user);
    await second.cancel();
    await announceDocument(user.workspace.id, 'after');
    expect(second.heard.text).not.toContain('after');
  });
});
