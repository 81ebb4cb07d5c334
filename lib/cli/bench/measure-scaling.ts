import { createEnginePool, type PreparedEngine } from '#lib/engine/index.ts';
import { spreadOf } from './summarise.ts';
import { createTesseractReader } from './tesseract-reader.ts';

/** Pages a second, and that as a share of as many times what one process reads. */
export type Rate = { pagesPerSecond: number; ofLinear: number };

/** With so many processes at a time; Tesseract's rate is null where it was not measured. */
export type Scaling = { processes: number; lectern: Rate; tesseract: Rate | null };

/** So many processes of an engine, all ready to read. */
type Readers = { processes: number; read(pages: number): Promise<unknown>; close(): Promise<unknown> };

const PAGES_A_PROCESS = 3;
const ROUNDS = 3;

/**
 * Reads a page again and again with 1 to `most` processes of each engine, in turn and in several rounds: what the
 * machine itself loses with more of them shows in both engines. Tells something on an idle machine only.
 */
export async function measureScaling(
  file: string,
  most: number,
  prepared: PreparedEngine | null,
  withTesseract: boolean,
): Promise<Scaling[]> {
  const counts = Array.from({ length: most }, (_, index) => index + 1);
  const lectern = counts.map((processes) => ourReaders(file, processes, prepared));
  const tesseract = withTesseract ? await Promise.all(counts.map((count) => theirReaders(file, count))) : [];
  const all = [...lectern, ...tesseract];
  try {
    // Each child has loaded its models before the clock starts.
    for (const readers of lectern) await readers.read(readers.processes);
    const seconds = all.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++)
      for (const [index, readers] of all.entries()) seconds[index]?.push(await secondsOf(readers));
    const medians = seconds.map((rounds) => spreadOf(rounds).median);
    const [ours, theirs] = [ratesOf(medians.slice(0, most)), ratesOf(medians.slice(most))];
    return ours.map((rate, index) => ({
      processes: index + 1,
      lectern: rate,
      tesseract: theirs[index] ?? null,
    }));
  } finally {
    await Promise.all(all.map((readers) => readers.close()));
  }
}

async function secondsOf({ processes, read }: Readers): Promise<number> {
  const startedAt = performance.now();
  await read(processes * PAGES_A_PROCESS);
  return (performance.now() - startedAt) / 1000;
}

// Each process reads the same number of pages, so linear means that more of them take no longer.
function ratesOf(seconds: readonly number[]): Rate[] {
  const [alone = 0] = seconds;
  return seconds.map((each, index) => ({
    pagesPerSecond: ((index + 1) * PAGES_A_PROCESS) / each,
    ofLinear: alone / each,
  }));
}

function ourReaders(file: string, processes: number, prepared: PreparedEngine | null): Readers {
  const pool = createEnginePool({ processes, prepared });
  return {
    processes,
    read: (pages) => Promise.all(Array.from({ length: pages }, () => pool.readPage({ file, page: 1 }))),
    close: pool.close,
  };
}

async function theirReaders(file: string, processes: number): Promise<Readers> {
  const readers = await Promise.all(Array.from({ length: processes }, createTesseractReader));
  return {
    processes,
    async read(pages) {
      const reading = readers.map(async (reader) => {
        for (let page = 0; page < pages / processes; page++) await reader.read(file);
      });
      await Promise.all(reading);
    },
    close: () => Promise.all(readers.map((reader) => reader.close())),
  };
}
