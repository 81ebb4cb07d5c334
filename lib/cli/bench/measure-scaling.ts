import { createEnginePool } from '#lib/engine/index.ts';

/** Pages a second with some children, and that as a share of as many times what one child reads. */
export type Scaling = { children: number; pagesPerSecond: number; ofLinear: number };

const PAGES_A_CHILD = 6;

/** Reads a page again and again with 1 to `maxChildren` children. Tells something on an idle machine only. */
export async function measureScaling(file: string, maxChildren: number): Promise<Scaling[]> {
  const rates: number[] = [];
  for (let children = 1; children <= maxChildren; children++)
    rates.push(await pagesPerSecond(file, children));
  return rates.map((rate, index) => ({
    children: index + 1,
    pagesPerSecond: rate,
    ofLinear: rate / ((index + 1) * (rates[0] ?? rate)),
  }));
}

async function pagesPerSecond(file: string, children: number): Promise<number> {
  const pool = createEnginePool({ processes: children });
  const readPages = async (count: number) => {
    await Promise.all(Array.from({ length: count }, () => pool.readPage({ file, page: 1 })));
  };
  try {
    // Each child has loaded its models before the clock starts.
    await readPages(children);
    const startedAt = performance.now();
    await readPages(children * PAGES_A_CHILD);
    return (children * PAGES_A_CHILD * 1000) / (performance.now() - startedAt);
  } finally {
    await pool.close();
  }
}
