import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePageImage } from '#lib/testing/image-factory.ts';

const entry = fileURLToPath(new URL('./bench.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-bench-test-'));
  const note = await makePageImage(['A short note'], { pageSize: { width: 300, height: 120 }, margin: 20 });
  await writeFile(join(folder, 'note.png'), note);
  await writeFile(join(folder, 'note.txt'), 'A long note\n');
});
afterAll(() => rm(folder, { recursive: true }));

// Without a path no Tesseract is found, whatever this machine has.
async function bench(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, PATH: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'exit');
  const [out, err] = await output;
  return { code, out, err };
}

describe('bench', { timeout: 60_000 }, () => {
  it('says that Tesseract is not installed, and gives our figures alone', async () => {
    const { code, out, err } = await bench(folder, '--json');
    expect(code).toBe(0);
    expect(err).toContain('Tesseract is not installed');
    const { tesseract, sets } = JSON.parse(out);
    expect(tesseract).toBeNull();
    expect(sets).toMatchObject([
      { tesseract: null, pages: [{ file: join(folder, 'note.png'), tesseract: null }] },
    ]);
    const [{ lectern }] = sets[0].pages;
    expect(lectern.wordF1).toBeCloseTo(2 / 3);
    expect(lectern.cer).toBeCloseTo(4 / 11);
    expect(lectern.cpuSeconds).toBeGreaterThan(0);
  });

  it('refuses what it cannot measure in plain words', async () => {
    const missing = await bench(join(folder, 'missing'));
    expect(missing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('cannot be listed') });
    const none = await bench('--pages', '0', folder);
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('--pages takes a number') });
  });
});
