import { join } from 'node:path';
import { type PreparedEngine, prepareEngine } from '#lib/engine/index.ts';
import { dataFolder } from '#lib/platform/config.ts';
import { projectFolder } from './project.ts';

/** The engine as the worker of this instance prepares it, too; null when the data folder cannot be written. */
export async function preparedEngine(): Promise<PreparedEngine | null> {
  return await prepareEngine(join(dataFolder(projectFolder), 'engine'));
}
