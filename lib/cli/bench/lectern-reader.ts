import { createEnginePool } from '#lib/engine/index.ts';
import type { PageReader } from './page-reader.ts';

/**
 * Our engine, in one child. The first page it reads carries the cost of loading the models (0.4 s): read one
 * before measuring.
 */
export function createLecternReader(): PageReader {
  let cpuMs = 0;
  const pool = createEnginePool({
    processes: 1,
    // Comes before the reading itself does.
    onEvent(event) {
      if (event.type === 'task_ended') cpuMs = event.usage?.cpuMs ?? Number.NaN;
    },
  });
  return {
    close: () => pool.close(),
    async read(file) {
      const { text } = await pool.readPage({ file, page: 1 });
      return { text, cpuSeconds: cpuMs / 1000 };
    },
  };
}
