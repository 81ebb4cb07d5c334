import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPage } from '#lib/testing/image-factory.ts';
import { typesetLines } from '#lib/testing/typeset-page.ts';
import { wordTruth } from '#lib/testing/word-truth.ts';

const entry = fileURLToPath(new URL('./bench-ocr.ts', import.meta.url));
const dpi = 150;
const layout = { font: 'sans', fontSize: 12, pageSize: { width: 300, height: 120 }, margin: 20 } as const;

let folder = '';
let dataFolder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-bench-test-'));
  dataFolder = await mkdtemp(join(tmpdir(), 'lectern-bench-data-'));
  // The truth says "long" where the page says "short".
  const page = await typesetLines(['A short note'], layout);
  const drawn = await drawPage(page.pdf, dpi);
  const { width, height, pixels } = drawn;
  await sharp(pixels, { raw: { width, height, channels: 1 } }).toFile(join(folder, 'note.png'));
  await writeFile(join(folder, 'note.txt'), 'A long note\n');
  await writeFile(
    join(folder, 'note.words.json'),
    JSON.stringify(wordTruth(drawn, dpi, page.words).toSpliced(1, 1)),
  );
});
afterAll(() => Promise.all([folder, dataFolder].map((path) => rm(path, { recursive: true }))));

// Without a path no Tesseract is found, whatever this machine has.
async function bench(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, PATH: folder, LECTERN_DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'exit');
  const [out, err] = await output;
  return { code, out, err };
}

describe('bench:ocr', { timeout: 60_000 }, () => {
  it('says that Tesseract is not installed, and gives our figures alone, as tables and as JSON', async () => {
    const [json, markdown] = [join(folder, 'figures.json'), join(folder, 'figures.md')];
    const { code, out, err } = await bench(
      ...['--corpus', folder, '--no-drawn', '--json', json, '--markdown', markdown, '--fit-confidence'],
    );
    expect(err).toContain('Without Tesseract');
    expect(code).toBe(0);
    const report = await readFile(markdown, 'utf8');
    expect(out).toContain(report);
    expect(out).toMatch(/english: \{ slope: -?[\d.]+, offset: -?[\d.]+ \}/);
    expect(report).toContain('## Accuracy and cost');
    const { tesseract, sets, reliability } = JSON.parse(await readFile(json, 'utf8'));
    expect(tesseract).toBeNull();
    expect(reliability.words).toBe(3);
    expect(sets).toMatchObject([
      {
        tesseract: null,
        boxes: { words: 2 },
        pages: [{ file: join(folder, 'note.png'), tesseract: null }],
      },
    ]);
    const [{ pages, stepCpuSeconds, peakMegabytes, boxes }] = sets;
    expect(pages[0].lectern.wordF1).toBeCloseTo(2 / 3);
    expect(pages[0].lectern.cer).toBeCloseTo(4 / 11);
    expect(pages[0].lectern.cpuSeconds).toBeGreaterThan(0);
    expect(stepCpuSeconds.read).toBeGreaterThan(0);
    expect(peakMegabytes).toBeGreaterThan(50);
    expect(boxes.p95).toBeLessThanOrEqual(3);
  });

  it('refuses what it cannot measure in plain words', async () => {
    const missing = await bench('--corpus', join(folder, 'missing'));
    expect(missing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('cannot be listed') });
    const none = await bench('--pages', '0');
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('--pages takes a whole number') });
    const nothing = await bench('--no-drawn');
    expect(nothing).toMatchObject({ code: 1, err: expect.stringContaining('Nothing to read') });
  });
});
