import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { createUser } from '#lib/testing/accounts.ts';
import { query } from '../fixtures/database.ts';
import { makeReceipt } from '../fixtures/documents.ts';
import { databaseUrlOf, endLectern, freePort, newDataDir, startLectern } from '../fixtures/lectern.ts';
import { callAction } from '../fixtures/server-action.ts';
import { cookieHeader, expect, serverUrl, sessionCookieName, test } from '../fixtures/test.ts';

// What attackers try, one test each. Sessions fixed by others, redirects to other sites and the telling of who has an
// account are tried at the sign-in form: sessions.spec.ts.

const manifestFile = resolve(import.meta.dirname, '../../.next/server/server-reference-manifest.json');
const manifest = z.object({ node: z.record(z.string(), z.unknown()) });

test('no server action runs for a page of another site, even one that hides where it is', async ({
  owner,
}) => {
  const { node } = manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const ids = Object.keys(node);
  expect(ids.length).toBeGreaterThan(40);
  for (const origin of ['https://evil.example', 'null', undefined]) {
    for (const id of ids) {
      const response = await fetch(`${serverUrl()}/${owner.workspace.slug}/documents`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'next-action': id,
          'content-type': 'text/plain;charset=UTF-8',
          accept: 'text/x-component',
          cookie: cookieHeader(owner),
          ...(origin === undefined ? {} : { origin }),
        },
        body: JSON.stringify([{ workspace: owner.workspace.slug, name: 'forged', color: 'red' }]),
      });
      const body = await response.text();
      const isRefused = response.status >= 400 || body.includes('"kind":"forbidden"');
      expect.soft(isRefused, `${id} from ${origin}: ${response.status} ${body.slice(0, 200)}`).toBe(true);
    }
  }
});

test('an open event stream closes within ten seconds of its reader being removed', async ({ owner }) => {
  const member = await createUser({ role: 'editor', workspace: owner.workspace });
  const address = `${serverUrl()}/api/events?workspace=${owner.workspace.slug}`;
  const headers = { cookie: cookieHeader(member) };
  const stream = await fetch(address, { headers });
  expect(stream.status).toBe(200);
  const remove = '(portal)/[workspace]/settings/members/actions.ts#removeMember';
  const input = { workspace: owner.workspace.slug, userId: member.id, revokeTokens: true };
  const removedAtMs = performance.now();
  expect(await callAction(remove, [input], { cookie: cookieHeader(owner) })).toMatchObject({ ok: true });
  // Ends only when the server closes it.
  await stream.text();
  expect(performance.now() - removedAtMs).toBeLessThan(10_000);
  expect((await fetch(address, { headers })).status).toBe(404);
});

test('neither passwords nor tokens are in the log, at its most talkative', async () => {
  const { dataDir, remove } = newDataDir();
  const secrets = {
    password: 'correct horse battery staple 71',
    wrong: 'wrong horse battery staple 17',
    apiToken: 'lect_a_token_of_the_operator_0123456789',
  };
  const email = 'owner@example.org';
  const lectern = await startLectern({
    dataDir,
    port: await freePort(),
    settings: {
      LECTERN_LOG_LEVEL: 'trace',
      LECTERN_ADMIN_EMAIL: email,
      LECTERN_ADMIN_PASSWORD: secrets.password,
      LECTERN_API_TOKEN: secrets.apiToken,
    },
  });
  try {
    const { url } = lectern;
    const signIn = '(auth)/sign-in/actions.ts#signIn';
    await callAction(signIn, [{ email, password: secrets.wrong }], { url });
    let session = '';
    const onReply = ({ headers }: Response) => {
      const cookie = headers.getSetCookie().find((each) => each.startsWith(sessionCookieName));
      session = cookie?.slice(sessionCookieName.length + 1).split(';')[0] ?? '';
    };
    await callAction(signIn, [{ email, password: secrets.password }], { url, onReply });
    expect(session).not.toBe('');
    const [workspace] = await query(databaseUrlOf(dataDir), 'SELECT slug FROM workspace');
    const cookie = `${sessionCookieName}=${session}`;
    const authorization = `Bearer ${secrets.apiToken}`;
    await fetch(`${url}/api/uploads?workspace=${workspace?.slug}&name=a.png`, {
      method: 'POST',
      headers: { cookie, origin: url },
      body: new Uint8Array((await makeReceipt()).buffer),
    });
    await fetch(`${url}/${workspace?.slug}/documents?token=${session}`, { headers: { cookie } });
    await fetch(`${url}/v1/predictions`, { method: 'POST', headers: { authorization }, body: '{"broken":' });
    await fetch(`${url}/v1/account`, { headers: { authorization } });
    // The server has more to say while it stops.
    await endLectern(lectern);
    const said = lectern.said();
    for (const [name, secret] of Object.entries({ ...secrets, session })) {
      expect.soft(said.includes(secret), `${name} in the log`).toBe(false);
    }
  } finally {
    await endLectern(lectern);
    remove();
  }
});
