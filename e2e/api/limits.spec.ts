import { apiTokenOf } from '#lib/testing/accounts.ts';
import { type ApiReply, callApi, expectProblem } from '../fixtures/api-call.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, test } from '../fixtures/test.ts';

// A quota of pages a month (contract 3.2), and 600 creates a minute and key (contract 4). Of other requests 50 come back
// every second, too many to use up on a busy machine: that limit is tested in app/v1/request-limits.db.test.ts.

/** Asks, some at a time, until it is refused or has asked `times`. @returns the refusal. */
async function askUntilRefused(times: number, ask: () => Promise<ApiReply>): Promise<ApiReply | undefined> {
  let asked = 0;
  let refusal: ApiReply | undefined;
  async function goOn(): Promise<void> {
    while (asked++ < times && !refusal) {
      const reply = await ask();
      if (reply.status === 429) refusal ??= reply;
    }
  }
  await Promise.all(Array.from({ length: 16 }, goOn));
  return refusal;
}

function expectThrottled(reply: ApiReply | undefined): void {
  if (!reply) throw new Error('Nothing was refused.');
  expectProblem(reply, 429, { detail: expect.stringMatching(/^Request was throttled\. .*resets in ~\d+s/) });
  expect(reply.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
}

test('429 answers more creates than a minute may have, good or bad, and concerns no other key', async ({
  apiToken: token,
  owner,
}) => {
  const create = () => callApi('POST', '/predictions', { token, body: '{' });
  // Ten more are allowed with every second that this takes.
  expectThrottled(await askUntilRefused(2_000, create));
  expect((await callApi('GET', '/predictions', { token })).status).toBe(200);
  const other = await apiTokenOf(owner);
  expectProblem(await callApi('POST', '/predictions', { token: other, body: '{' }), 400);
  await expect.poll(async () => (await create()).status, { intervals: [200] }).toBe(400);
});

test('402 answers work beyond the quota of the workspace, before anything of it is kept, whichever way it is asked for', async ({
  apiToken: token,
  owner,
}) => {
  await sharedDatabase('UPDATE workspace SET monthly_page_quota = 1 WHERE id = $1', owner.workspace.id);
  const body = { version: 'replicate/canary', input: { text: 'x' } };
  expect((await callApi('POST', '/predictions', { token, body })).status).toBe(201);
  const { version, ...input } = body;
  for (const refused of [
    await callApi('POST', '/predictions', { token, body }),
    await callApi('POST', `/models/${version}/predictions`, { token, body: input }),
  ]) {
    const detail = expect.stringMatching(
      /^This workspace may have 1 page a month read\. .*begins anew on 1 /,
    );
    expectProblem(refused, 402, { title: 'Insufficient credit', detail });
  }
  expect((await callApi('GET', '/predictions', { token })).json).toMatchObject({ results: [{}] });
});
