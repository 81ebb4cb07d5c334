import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { InstanceScope } from '#lib/access/index.ts';
import { databaseAnswers } from '#lib/platform/health.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { type QueueDepth, queueDepth, workerLastSeenAt } from '#lib/queue/index.ts';
import { findLastRead } from './instance-store.ts';

export type InstanceHealth = {
  version: string;
  /** Of Node.js. */
  runtime: string;
  databaseAnswers: boolean;
  /** Whether a worker did something within three minutes, and when one did last. */
  worker: { isAtWork: boolean; lastSeenAt: Date | null };
  /** When a page was last read by the engine. */
  lastReadAt: Date | null;
  queue: QueueDepth[];
};

/** Every worker has something to do each minute. */
const WORKER_SILENT_MS = 3 * 60_000;

const packageSchema = z.object({ version: z.string() });

/** How the installation is, as far as its database knows: the processes may run on other machines. */
export async function instanceHealth(
  _scope: InstanceScope,
  clock: Clock = systemClock,
): Promise<InstanceHealth> {
  const [version, isAnswering, lastSeenAt, lastReadAt, queue] = await Promise.all([
    installedVersion(),
    databaseAnswers(),
    workerLastSeenAt(),
    findLastRead(),
    queueDepth(),
  ]);
  const isAtWork = lastSeenAt !== null && clock.now().getTime() - lastSeenAt.getTime() < WORKER_SILENT_MS;
  const worker = { isAtWork, lastSeenAt };
  return { version, runtime: process.version, databaseAnswers: isAnswering, worker, lastReadAt, queue };
}

/** All our processes run in the project's folder. */
async function installedVersion(): Promise<string> {
  const text = await readFile(join(process.cwd(), 'package.json'), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}
