import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const project = resolve(import.meta.dirname, '../..');
const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const files = {
  'package.json': JSON.stringify({ type: 'module', imports: { '#lib/*': './lib/*', '#app/*': './app/*' } }),
  'lib/platform/index.ts': 'export type Config = string;',
  'lib/queue/index.ts': 'export function enqueue() {}',
  'lib/jobs/index.ts': "export { startJob } from './start-job.ts';",
  'lib/jobs/start-job.ts':
    "import { enqueue } from '#lib/queue/index.ts';\nexport function startJob() { enqueue(); }",
  'lib/jobs/job-store.ts':
    "import { PrismaClient } from '@prisma/client';\nexport const client = PrismaClient;",
  'lib/testing/index.ts': 'export function makeJob() {}',
  'app/page.tsx':
    "import { startJob } from '#lib/jobs/index.ts';\nexport default function Page() { return <a onClick={startJob} />; }",

  'lib/engine/upward-type.ts':
    "import type { Config } from '#lib/platform/index.ts';\nexport type Copy = Config;",
  'lib/platform/upward-export.ts': "export { enqueue } from '#lib/queue/index.ts';",
  'lib/blobs/upward-later.ts':
    "export async function later() {\n  await using x = await import('../queue/index.ts');\n  return x;\n}",
  'lib/review/past-the-door.ts': "export { startJob } from '../jobs/start-job.ts';",
  'lib/jobs/prisma-user.ts':
    "import type { PrismaClient } from '@prisma/client';\nexport type Client = PrismaClient;",
  'lib/jobs/framework.ts': "export { redirect } from 'next/navigation';",
  'lib/jobs/ships-tests.ts': "export { makeJob } from '#lib/testing/index.ts';",
  'lib/drawer/new-folder.ts': 'export const nothing = 0;',
  'lib/jobs/uses-drawer.ts': "export { nothing } from '../drawer/new-folder.ts';",
  'lib/jobs/circle-one.ts': "import type { Two } from './circle-two.ts';\nexport type One = Two;",
  'lib/jobs/circle-two.ts': "import type { One } from './circle-one.ts';\nexport type Two = One;",
  'app/queue-user.ts': "export { enqueue } from '#lib/queue/index.ts';",
  'app/store-user.ts': "export { client } from '#lib/jobs/job-store.ts';",
};

let folder: string;
let violations: Map<string, string[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-rules-'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  violations = findViolations();
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the dependency rules', () => {
  it.each([
    ['lib/engine/upward-type.ts', 'engine-downward'],
    ['lib/platform/upward-export.ts', 'platform-downward'],
    ['lib/blobs/upward-later.ts', 'blobs-downward'],
    ['lib/review/past-the-door.ts', 'front-door'],
    ['lib/jobs/prisma-user.ts', 'database-in-stores-only'],
    ['lib/jobs/framework.ts', 'no-framework-in-lib'],
    ['lib/jobs/ships-tests.ts', 'tests-are-not-shipped'],
    ['lib/jobs/uses-drawer.ts', 'known-folders'],
    ['lib/jobs/circle-one.ts', 'no-circles'],
    ['app/queue-user.ts', 'app-downward'],
    ['app/store-user.ts', 'front-door-app'],
  ])('catch what %s does (%s)', (file, rule) => {
    expect(violations.get(file)).toContain(rule);
  });

  it.each(['lib/jobs/index.ts', 'lib/jobs/start-job.ts', 'lib/jobs/job-store.ts', 'app/page.tsx'])(
    'let %s pass',
    (file) => {
      expect(violations.get(file)).toBeUndefined();
    },
  );
});

function findViolations(): Map<string, string[]> {
  const cruiser = join(project, 'node_modules/.bin/depcruise');
  const rules = join(project, 'dependency-rules.cjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, '--config', rules, '--output-type', 'json', 'app', 'lib'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  const found = new Map<string, string[]>();
  for (const { from, rule } of reportSchema.parse(JSON.parse(stdout)).summary.violations) {
    found.set(from, [...(found.get(from) ?? []), rule.name]);
  }
  return found;
}
