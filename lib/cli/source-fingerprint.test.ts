import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintSource } from './source-fingerprint.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-source-'));
  write('app/page.tsx', 'one');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('fingerprintSource', () => {
  it.each([
    'app/page.tsx',
    'lib/jobs/job.ts',
    'prisma/schema/jobs.prisma',
    'next.config.mjs',
    'package-lock.json',
  ])('makes a build stale when %s changes', (file) => {
    const before = fingerprintSource(folder);
    write(file, 'two');
    expect(fingerprintSource(folder)).not.toBe(before);
  });

  it('makes a build stale when a file is moved', () => {
    const before = fingerprintSource(folder);
    renameSync(join(folder, 'app/page.tsx'), join(folder, 'app/other.tsx'));
    expect(fingerprintSource(folder)).not.toBe(before);
  });

  it.each(['app/page.test.tsx', 'lib/cli/start.ts', 'lib/testing/postgres.ts', 'data/secret', 'README.md'])(
    'keeps a build when only %s changes',
    (file) => {
      const before = fingerprintSource(folder);
      write(file, 'two');
      expect(fingerprintSource(folder)).toBe(before);
    },
  );
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
