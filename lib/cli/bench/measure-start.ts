import { createEnginePool } from '#lib/engine/index.ts';
import { spreadOf } from './summarise.ts';

const STARTS = 5;

/** Seconds from the start of an engine child to its first text, models loaded on the way; the median of five. */
export async function measureStart(file: string): Promise<number> {
  const seconds: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const startedAt = performance.now();
    const pool = createEnginePool({ processes: 1 });
    try {
      await pool.readPage({ file, page: 1 });
      seconds.push((performance.now() - startedAt) / 1000);
    } finally {
      await pool.close();
    }
  }
  return spreadOf(seconds).median;
}
