import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { database } from '#lib/platform/database.ts';
import { config, inTransaction, openSealed, seal } from '#lib/platform/index.ts';
import { closeQueue, enqueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import { getWebhookSecret } from '#lib/webhooks/index.ts';
import { resealDatabase } from './reseal-database.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

const FORMER = 'what this installation had before it was changed';
const LOST = 'what nobody remembers, and is named nowhere at all';
const whsec = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';

const user = await createUser();
const scope = scopeOf(user, 'webhook:manage');
const url = String(process.env.DATABASE_URL);
const secrets = () => ({ secret: config().secret, formerSecrets: [FORMER] });
let predictionId: string;

beforeAll(async () => {
  const sealedKey = seal(FORMER, whsec);
  await database().webhookSecret.create({
    data: { workspaceId: user.workspace.id, sealedKey, previousSealedKey: seal(FORMER, 'older') },
  });
  await database().user.update({ where: { id: user.id }, data: { totpSecret: seal(FORMER, 'JBSWY3DP') } });
  const { id } = await newPrediction(scopeOf(user, 'prediction:write'));
  predictionId = id;
  const sealedInput = { token: seal(FORMER, '"first"'), "it's": seal(FORMER, '"second"') };
  await database().prediction.update({ where: { id }, data: { sealedInput } });
  await inTransaction((tx) => enqueue(tx, 'send-mail', { sealedMail: seal(FORMER, 'a message') }));
});
afterAll(() => closeQueue());

it('leaves nothing that needs the former secret, and changes what nothing says', async () => {
  expect(await resealDatabase(url, secrets())).toEqual({ resealed: 6, unreadable: 0 });
  // None of these knows of a former secret.
  expect(await getWebhookSecret(scope)).toBe(whsec);
  const { totpSecret } = await database().user.findUniqueOrThrow({ where: { id: user.id } });
  expect(openSealed(totpSecret ?? '')).toBe('JBSWY3DP');
  const { sealedInput } = await database().prediction.findUniqueOrThrow({ where: { id: predictionId } });
  const fields = z.record(z.string(), z.string()).parse(sealedInput);
  expect(Object.entries(fields).map(([name, sealed]) => [name, openSealed(sealed)])).toEqual(
    expect.arrayContaining([
      ['token', '"first"'],
      ["it's", '"second"'],
    ]),
  );
  expect((await sealedEverywhere()).map((sealed) => openSealed(sealed))).toContain('a message');
});

it('has nothing left to do when it is run again', async () => {
  expect(await resealDatabase(url, secrets())).toEqual({ resealed: 0, unreadable: 0 });
});

it('leaves alone, and tells of, what none of the named secrets opens', async () => {
  const totpSecret = seal(LOST, 'JBSWY3DP');
  await database().user.update({ where: { id: user.id }, data: { totpSecret } });
  expect(await resealDatabase(url, secrets())).toEqual({ resealed: 0, unreadable: 1 });
  expect(await database().user.findUnique({ where: { id: user.id } })).toMatchObject({ totpSecret });
});

/** Sealed text wherever it stands, also in columns that nobody thought of. */
async function sealedEverywhere(): Promise<string[]> {
  const columns = await database().$queryRaw<{ place: string; column_name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS place, format('%I', column_name) AS column_name
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'pgboss')
      AND data_type IN ('text', 'jsonb', 'json', 'character varying')`;
  const found: string[] = [];
  for (const { place, column_name } of columns) {
    const rows = await database().$queryRawUnsafe<{ sealed: string }[]>(
      `SELECT (regexp_matches(${column_name}::text, 'v1\\.[\\w-]{16}\\.[\\w-]{22}\\.[\\w-]*', 'g'))[1] AS sealed FROM ${place}`,
    );
    found.push(...rows.map(({ sealed }) => sealed));
  }
  return found;
}
