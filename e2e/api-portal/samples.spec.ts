import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { apiReference, curlSample, portalApi } from '#lib/contracts/index.ts';
import { makeReceiptOf } from '../fixtures/documents.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';
import { makeVictim, type Victim } from '../fixtures/victim.ts';

const run = promisify(execFile);

/** An invitation is not there; the stream does not end by itself. */
const notTried = ['revokeInvitation', 'followEvents'];

test.describe.configure({ mode: 'default' });
test.skip(!hasCurl(), 'There is no curl on this machine.');

let victim: Victim;
let folder: string;

test.beforeAll(async () => {
  victim = await makeVictim();
  folder = mkdtempSync(join(tmpdir(), 'lectern-samples-'));
  const { file } = await makeReceiptOf('the samples');
  writeFileSync(join(folder, 'scan.pdf'), file.buffer);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entries = apiReference(portalApi)
  .flatMap(({ entries: ofGroup }) => ofGroup)
  .filter(({ id }) => !notTried.includes(id));

// Those that change something come last: the others look at it.
for (const [what, isTried] of [
  ['look', (method: string) => method === 'GET'],
  ['change something', (method: string) => method !== 'GET'],
] as const)
  test(`the samples that ${what} work in a shell`, async () => {
    const env = { ...process.env, LECTERN_TOKEN: victim.apiToken, ...idsOf(victim) };
    for (const entry of entries.filter(({ method }) => isTried(method))) {
      const sample = `${curlSample(entry, serverUrl())} --silent --show-error --output answer --write-out '%{http_code}'`;
      const { stdout } = await run('sh', ['-c', sample], { cwd: folder, env });
      // 404 and 409 only tell that the workspace has no such thing, or not in this state.
      expect.soft(['200', '201', '202', '204', '404', '409'], sample).toContain(stdout);
    }
  });

function idsOf(of: Victim): Record<string, string> {
  return {
    DOCUMENT_ID: of.documentId,
    PAGE: '1',
    NUMBER: '0',
    COMMENT_ID: of.commentId,
    TAG_ID: of.tagId,
    FOLDER_ID: of.folderId,
    EXPORT_ID: of.exportId,
    DELIVERY_ID: of.deliveryId,
    TOKEN_ID: '0'.repeat(26),
    JOB_ID: '0'.repeat(26),
    PERSON_ID: of.viewer.id,
  };
}

function hasCurl(): boolean {
  return spawnSync('curl', ['--version']).status === 0;
}
