import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damagedCopy, fuzzedFormats, seedFile } from '#lib/testing/damaged-files.ts';
import { EngineError } from '../engine-error.ts';
import { createEnginePool, type EnginePool } from './create-engine-pool.ts';

const COPIES = 500;

// What may come of a damaged file. Some headers promise a flood that only decoding could disprove.
const ends = [
  'done',
  'unsupported',
  'unreadable',
  'encrypted',
  'too_large',
  'no_pages',
  'no_such_page',
  'out_of_memory',
];

let folder = '';
let pool: EnginePool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-fuzz-'));
  pool = createEnginePool({ processes: 2, timeLimits: { baseMs: 20_000, perMegapixelMs: 5_000 } });
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return error.code;
  }
}

async function outcomes(file: string, number: number): Promise<string[]> {
  const textLayer = number % 2 === 0 ? 'off' : 'auto';
  const tasks = [
    () => pool.inspect(file),
    () => pool.renderPage({ file, page: 1, maxSide: 64 }),
    () => pool.readPage({ file, page: 1, textLayer }),
  ];
  return await Promise.all(tasks.map(outcomeOf));
}

describe('a damaged file', { timeout: 10 * 60_000 }, () => {
  it.each(fuzzedFormats)(
    'of 500 made from one %s is read or refused with a reason, and crashes nothing',
    async (format) => {
      const seed = await seedFile(format);
      const whole = join(folder, format);
      await writeFile(whole, seed);
      expect((await pool.readPage({ file: whole, page: 1 })).text).toBe('Total 5');
      const bad: string[] = [];
      for (let number = 0; number < COPIES; number++) {
        const file = join(folder, `${format}-${number}`);
        await writeFile(file, damagedCopy(seed, format, number));
        const seen = await outcomes(file, number);
        bad.push(
          ...seen.filter((outcome) => !ends.includes(outcome)).map((outcome) => `${number}: ${outcome}`),
        );
        await rm(file);
      }
      expect(bad).toEqual([]);
    },
  );
});
