import { EngineError, type EnginePool } from '#lib/engine/index.ts';
import { type ModelEngine, ModelFailure } from '#lib/models/index.ts';

/**
 * The engine as models see it. What it says about a file becomes a ModelFailure; an interruption says nothing
 * about the file and stays what it is. An engine process that dies may have been killed for reasons of the system,
 * so the page gets a second try; one that kills two is at fault.
 */
export function modelEngine(pool: EnginePool): ModelEngine {
  return {
    size: pool.size,
    inspect: (file, options) => tried(() => pool.inspect(file, options)),
    readPage: (input, options) => tried(() => pool.readPage(input, options)),
  };
}

async function tried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work().catch((error: unknown) => {
      if (error instanceof EngineError && error.code === 'crashed') return work();
      throw error;
    });
  } catch (error) {
    if (error instanceof EngineError && error.code !== 'aborted')
      throw new ModelFailure(error.message, { cause: error });
    throw error;
  }
}
