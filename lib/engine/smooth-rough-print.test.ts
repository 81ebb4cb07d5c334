import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBenchPicture } from '#lib/testing/make-bench-pages.ts';
import { loadDetector } from './model/load-models.ts';
import { loadGreyPage } from './open/load-grey-page.ts';
import { findUprightText, type UprightText } from './orient/find-upright-text.ts';
import type { Box } from './page-reading.ts';
import { loadModelReader } from './read/load-reader.ts';
import { readPage } from './read-page.ts';
import { smoothRoughPrint } from './smooth-rough-print.ts';

const box: Box = [0, 0, 100, 20];

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-rough-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function drawn(kind: string): Promise<{ file: string; words: Set<string> }> {
  const { bytes, text } = await makeBenchPicture(kind, 1);
  const file = join(folder, kind);
  await writeFile(file, bytes);
  return { file, words: new Set(text.split(/\s+/)) };
}

async function uprightText(file: string): Promise<UprightText> {
  const models = { detector: await loadDetector(), recognise: await loadModelReader('english') };
  return await findUprightText(models, await loadGreyPage(file, 1));
}

describe('smoothRoughPrint', { timeout: 120_000 }, () => {
  it('smooths small letters under noise, of which a fifth more words are right then at least', async () => {
    const { file, words } = await drawn('dense-rough');
    const rightOf = (texts: readonly string[]) =>
      texts.flatMap((text) => text.split(/\s+/)).filter((word) => words.has(word)).length;
    const { boxes, readLine } = await uprightText(file);
    const rough: string[] = [];
    for (const box of boxes) rough.push((await readLine(box))?.text ?? '');
    expect(rightOf([(await readPage(file, 1)).text])).toBeGreaterThan(1.2 * rightOf(rough));
  });

  it('leaves what reads well, and larger letters, as they are', async () => {
    const { file } = await drawn('dense-rough');
    const recognise = await loadModelReader('english');
    const rough = await uprightText(file);
    const sure: UprightText = {
      ...rough,
      readLine: async () => ({ text: 'clear', confidence: 0.97, box, words: [] }),
    };
    expect(await smoothRoughPrint(sure, recognise)).toBe(sure);
    for (const letterHeight of [null, 9]) {
      const other = { ...rough, letterHeight };
      expect(await smoothRoughPrint(other, recognise)).toBe(other);
    }
  });
});
