import { createEnginePool, type PreparedEngine } from '#lib/engine/index.ts';
import { spreadOf } from './summarise.ts';

const STARTS = 7;

/** Seconds from the start of an engine child to its first text, models loaded on the way; the median of seven. */
export async function measureStart(file: string, prepared: PreparedEngine | null): Promise<number> {
  const seconds: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const startedAt = performance.now();
    const pool = createEnginePool({ processes: 1, prepared });
    try {
      await pool.readPage({ file, page: 1 });
      seconds.push((performance.now() - startedAt) / 1000);
    } finally {
      await pool.close();
    }
  }
  return spreadOf(seconds).median;
}
