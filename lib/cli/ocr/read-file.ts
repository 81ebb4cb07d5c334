import type { EnginePool, PageReading, TextLayerMode } from '#lib/engine/index.ts';

export type ReadingChoice = { languages?: string[]; textLayer: TextLayerMode; password?: string };

export type ReadFile = { file: string; pages: (PageReading | null)[] };

/**
 * The pages of a file, null in place of one that cannot be read; null when none can. What could not be read, and
 * why, goes to `say`.
 */
export async function readFile(
  pool: EnginePool,
  file: string,
  choice: ReadingChoice,
  say: (problem: string) => void,
): Promise<ReadFile | null> {
  const info = await orSay(file, pool.inspect(file, choice));
  if (!info) return null;
  const readings = info.pages.map((_, index) => {
    const page = index + 1;
    const place = info.pages.length > 1 ? `${file}, page ${page}` : file;
    return orSay(place, pool.readPage({ file, page, ...choice }));
  });
  const pages = await Promise.all(readings);
  return pages.some((reading) => reading !== null) ? { file, pages } : null;

  async function orSay<Result>(place: string, work: Promise<Result>): Promise<Result | null> {
    try {
      return await work;
    } catch (error) {
      say(`${place}: ${error instanceof Error ? error.message : error}`);
      return null;
    }
  }
}
