import { apiTokenOf } from '#lib/testing/accounts.ts';
import { callPortal } from '../fixtures/api-call.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { uploadDocument } from '../fixtures/portal-script.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

/** Listens until the stream ends; `text` is what it said so far. */
async function follow(token: string) {
  const response = await fetch(`${serverUrl()}/api/v1/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const heard = { text: '', ended: false };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk, { stream: true });
    heard.ended = true;
  })().catch(() => {
    heard.ended = true;
  });
  return heard;
}

test("'followEvents' tells what happens to documents, and nothing of other workspaces", async ({
  apiToken,
}) => {
  const heard = await follow(apiToken);
  const { id } = await uploadDocument(apiToken);
  await expect.poll(() => heard.text).toContain(`data: {"type":"document","document_id":"${id}"}`);
  expect(heard.ended).toBe(false);
});

test('ends at once when its token is revoked, and soon when the workspace is deleted', async ({ owner }) => {
  const [revoked, kept] = [await apiTokenOf(owner), await apiTokenOf(owner)];
  const [one, other] = [await follow(revoked), await follow(kept)];
  const sql = "SELECT id FROM api_token WHERE workspace_id = $1 AND kind = 'personal' ORDER BY created_at";
  const [row] = await sharedDatabase(sql, owner.workspace.id);
  await callPortal('DELETE', `/tokens/${row?.id}`, { token: kept });
  await expect.poll(() => one.ended, { timeout: 2_000 }).toBe(true);
  expect(other.ended).toBe(false);
  await sharedDatabase('UPDATE workspace SET deleted_at = now() WHERE id = $1', owner.workspace.id);
  await expect.poll(() => other.ended, { timeout: 10_000 }).toBe(true);
});
