import { createEnginePool, type PreparedEngine, type Word } from '#lib/engine/index.ts';
import type { PageReader, TimedText } from './page-reader.ts';

/** Memory is the most that the child has held so far. */
export type LecternText = TimedText & {
  words: Word[];
  stepCpuSeconds: Record<string, number>;
  peakMegabytes: number;
};

/**
 * Our engine, in one child. The first page it reads carries the cost of loading the models: read one
 * before measuring.
 */
export function createLecternReader(prepared: PreparedEngine | null): PageReader<LecternText> {
  let usage: Omit<LecternText, 'text' | 'words'> | null = null;
  const pool = createEnginePool({
    processes: 1,
    prepared,
    // Comes before the reading itself does.
    onEvent(event) {
      if (event.type !== 'task_ended' || !event.usage) return;
      const { cpuMs, stepCpuMs, peakResidentBytes } = event.usage;
      const steps = Object.entries(stepCpuMs).map(([step, ms]) => [step, ms / 1000]);
      usage = {
        cpuSeconds: cpuMs / 1000,
        stepCpuSeconds: Object.fromEntries(steps),
        peakMegabytes: peakResidentBytes / 2 ** 20,
      };
    },
  });
  return {
    close: () => pool.close(),
    async read(file) {
      const { text, lines } = await pool.readPage({ file, page: 1 });
      if (!usage) throw new Error('The engine did not tell what the page cost.');
      return { text, words: lines.flatMap((line) => line.words), ...usage };
    },
  };
}
