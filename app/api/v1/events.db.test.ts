import { afterAll, afterEach, expect, it } from 'vitest';
import { closeOpenStreams } from '#app/_http/open-streams.ts';
import { announce, closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal } from '#lib/testing/call-portal.ts';
import { GET } from './events/route.ts';
import { DELETE } from './tokens/[token_id]/route.ts';

const owner = await createUser();
const other = await createUser();

afterEach(() => closeOpenStreams());
afterAll(() => closeLive());

async function follow(token: string) {
  const { body, status } = await callPortal(GET, { token });
  expect(status).toBe(200);
  if (!body) throw new Error('The stream has no body.');
  const heard = { text: '', ended: false };
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard.text += part.value;
    heard.ended = true;
  })();
  return heard;
}

it('tells a token what changes in its workspace, and neither of others nor who looks at what', async () => {
  const heard = await follow(await apiTokenOf(owner));
  const { id: workspaceId } = owner.workspace;
  await inTransaction(async (tx) => {
    await announce(tx, { topic: 'document', workspaceId: other.workspace.id, documentId: 'theirs' });
    await announce(tx, { topic: 'presence', workspaceId, documentId: 'seen', page: 1 });
    await announce(tx, { topic: 'document', workspaceId, documentId: 'ours', page: 3 });
    await announce(tx, { topic: 'export', workspaceId, exportId: 'ready' });
  });
  await expect.poll(() => heard.text).toContain('ready');
  expect(heard.text).toBe(
    [
      'retry: 1000\n\n',
      'data: {"type":"document","document_id":"ours","page":3}\n\n',
      'data: {"type":"export","export_id":"ready"}\n\n',
    ].join(''),
  );
});

it('ends at once when its token is revoked, and goes on for the others', async () => {
  const [revoked, kept] = [await apiTokenOf(owner), await apiTokenOf(owner)];
  const [one, another] = [await follow(revoked), await follow(kept)];
  const { id } = await database().apiToken.findFirstOrThrow({
    where: { workspaceId: owner.workspace.id, kind: 'personal', prefix: revoked.slice(0, 9) },
  });
  const reply = await callPortal(DELETE, { method: 'DELETE', token: kept, params: { token_id: id } });
  expect(reply.status).toBe(204);
  await expect.poll(() => one.ended).toBe(true);
  expect(another.ended).toBe(false);
});

it('ends within ten seconds when its workspace is deleted', async () => {
  const person = await createUser();
  const heard = await follow(await apiTokenOf(person));
  await database().workspace.update({ where: { id: person.workspace.id }, data: { deletedAt: new Date() } });
  await expect.poll(() => heard.ended, { timeout: 10_000 }).toBe(true);
});
