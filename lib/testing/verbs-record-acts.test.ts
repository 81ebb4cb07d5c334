import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';

// Derived from the files themselves: a new verb that writes without recording what was done fails here.

/** What writes and records nothing, and why. */
const recordsNothing: Record<string, string> = {
  'accounts/keep-portal-tokens.ts': 'the portal’s own keys, kept in line with the configuration',
  'accounts/passkeys/challenge.ts': 'what a sign-in begins with; how it ends is recorded',
  'accounts/second-factor/begin-second-factor.ts': 'nothing is asked for until it is confirmed',
  'accounts/second-factor/require-proof.ts': 'uses up a code; what it was for is recorded',
  'documents/record-page-images.ts': 'a task: pictures',
  'documents/record-large-picture.ts': 'a task: pictures',
  'documents/open-large-picture.ts': 'asks for a picture to be drawn; changes nothing that anybody sees',
  'documents/record-unlocked-file.ts': 'a task, asked for by `job.unlocked`',
  'documents/remove-stale-uploads.ts': 'housekeeping: what never became a document',
  'jobs/apply-prediction-event.ts': 'news of the prediction service',
  'jobs/begin-pages.ts': 'a task: goes on with `job.started`',
  'jobs/fail-inspection.ts': 'a task: how `job.started` ended',
  'jobs/fail-page.ts': 'a task: how `job.started` ended',
  'jobs/poll-page.ts': 'a task: asks for news',
  'jobs/reconcile-jobs.ts': 'a task: asks for news',
  'jobs/submit-page.ts': 'a task: goes on with `job.started`',
  'jobs/submit-drawn-page.ts': 'a task: goes on with `job.started`',
  'predictions/keep-progress.ts': 'a task: how far a prediction is',
  'predictions/remove-expired-data.ts': 'housekeeping, by the time the operator has set',
  'webhooks/deliver-webhook.ts': 'a task: its attempts are a record of their own',
  'webhooks/fail-delivery.ts': 'a task: its attempts are a record of their own',
  'exports/run-export.ts': 'a task: goes on with `export.started`',
  'exports/remove-expired-exports.ts': 'housekeeping, by a time that is told',
  'extractions/record-missing.ts': 'a task: brings what an earlier release wrote into today’s form',
  'notifications/send-digests.ts': 'a task: what people asked to be told by e-mail',
  'workspaces/purge-deleted-documents.ts': 'housekeeping: the end of `document.deleted`',
  'usage/check-quota.ts': 'looks, and writes nothing',
  'usage/take-page.ts': 'counts a page, as every reading does',
  'review/presence.ts': 'who looks at a page just now; gone a minute later',
};

/** Stores that write outside of a verb's transaction, and why that is no act. */
const writesAlone: Record<string, string> = {
  'accounts/api-token-store.ts': 'notes when a token was last used',
  'accounts/session-store.ts': 'notes when a session was last used, and forgets those that have expired',
  'accounts/steps/sign-in-step-store.ts': 'counts tries, and forgets steps that have expired',
  'provider/provider-file-store.ts': 'where a document’s bytes are held at the service',
  'review/mention-store.ts': 'notes that a person has seen what was said to them',
  'webhooks/webhook-secret-store.ts': 'makes the secret when it is first asked for',
  'jobs/applied-webhook-store.ts': 'forgets ids of messages',
  'jobs/job-page-store.ts': 'notes when the service was last asked',
};

/** Folders that do not act for anybody: what they write, verbs of others ask them to. */
const tools = ['audit', 'blobs', 'cli', 'live', 'mail', 'platform', 'queue', 'testing', 'worker'];

const folders = readdirSync('lib').filter((folder) => !tools.includes(folder));

const files = folders.flatMap((folder) => {
  const names = readdirSync(`lib/${folder}`, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`lib/${folder}/${name}`, 'utf8') }));
});
const opensTransaction = /\b(inTransaction|withLocked\w+)\(/;
const defines = /export (async )?function (inTransaction|withLocked\w+)/;
const writes = /database\(\)\s*\.(\w+\.(create|update|delete|upsert)|\$executeRaw)/;

const verbs = files.filter(({ text }) => opensTransaction.test(text) && !defines.test(text));
/** Functions that record, and those that call one of them. */
const recorders = new Set(['recordAct', 'recordActs']);
const called = (text: string) => [...text.matchAll(/\b(\w+)\(/g)].map(([, name = '']) => name);
const records = (text: string) =>
  called(text.replaceAll(/function \w+\(/g, '')).some((name) => recorders.has(name));
for (let known = 0; known < recorders.size; ) {
  known = recorders.size;
  for (const { text } of files.filter((file) => records(file.text))) {
    for (const [, name = ''] of text.matchAll(/^export (?:async )?function (\w+)/gm)) recorders.add(name);
  }
}

it.each(verbs.map(({ name, text }) => [name, text]))(
  '%s records what was done, or says why not',
  (name, text) => {
    expect(records(text) || name in recordsNothing, `${name} opens a transaction`).toBe(true);
  },
);

it('lists nothing that records after all, or is gone', () => {
  const stale = Object.keys(recordsNothing).filter((name) => {
    const verb = verbs.find((file) => file.name === name);
    return !verb || records(verb.text);
  });
  expect(stale).toEqual([]);
});

it('knows every store that writes outside of a verb’s transaction', () => {
  const alone = files.filter(({ name, text }) => basename(name).endsWith('-store.ts') && writes.test(text));
  expect(alone.map(({ name }) => name).sort()).toEqual(Object.keys(writesAlone).sort());
});
