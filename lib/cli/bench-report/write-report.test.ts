import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeReport } from './write-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps what people wrote and replaces the last report', () => {
  const file = join(folder, 'page.md');
  writeFileSync(file, '# Speed\n\nBy hand.\n');
  writeReport(file, 'first\n');
  writeReport(file, 'second\n');
  expect(readFileSync(file, 'utf8')).toMatch(/^# Speed\n\nBy hand\.\n\n<!-- .* -->\n\nsecond\n$/);
});

it('makes the page when there is none', () => {
  const file = join(folder, 'page.md');
  writeReport(file, 'first\n');
  expect(readFileSync(file, 'utf8')).toMatch(/^<!-- .* -->\n\nfirst\n$/);
});
