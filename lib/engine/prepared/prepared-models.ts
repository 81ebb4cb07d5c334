import { type PreparedEngine, readPrepared } from './prepared-engine.ts';

let prepared: PreparedEngine | null = null;

/** From now on this process takes models from there, as far as they are there. */
export function takeModelsFrom(engine: PreparedEngine): void {
  prepared = engine;
}

/** The prepared graph of a model; null when there is none that is as it was written. */
export async function preparedModel(name: string): Promise<Uint8Array | null> {
  return prepared && (await readPrepared(prepared, name));
}
