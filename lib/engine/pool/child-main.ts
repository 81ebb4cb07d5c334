// The entry of an engine child process: takes one task at a time from its parent and answers it.
// Anything unforeseen ends the process, so no task ever runs on a damaged state; the parent says "crashed".
import sharp from 'sharp';
import { EngineError } from '../engine-error.ts';
import { isPreparedEngine } from '../prepared/prepared-engine.ts';
import { takeModelsFrom } from '../prepared/prepared-models.ts';
import type { ReadingProgress } from '../reading-options.ts';
import {
  type ChildReady,
  type EngineTask,
  isEngineTask,
  type TaskFailure,
  type TaskProgress,
  type TaskReply,
  type TaskSuccess,
  type TaskUsage,
} from './messages.ts';
import { performTask, warmUp } from './perform-task.ts';
import { createProgressSender } from './progress-sender.ts';
import { createStepClock } from './step-clock.ts';

// Pages are the parallel unit: one thread a child. A cache of images would only hold memory.
sharp.concurrency(1);
sharp.cache(false);

// Ctrl-C reaches the whole terminal group. The parent decides when its children end, also by dying itself.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));

process.on('message', (message: unknown) => {
  if (isEngineTask(message)) void answer(message);
});

const prepared: unknown = JSON.parse(process.argv[2] ?? 'null');
if (isPreparedEngine(prepared)) takeModelsFrom(prepared);

send({ ready: true });
// What goes wrong here goes wrong in the first task too, which has somebody to tell.
if (process.argv.includes('--warm')) await warmUp().catch(() => undefined);

async function answer(task: EngineTask): Promise<void> {
  const cpuBefore = process.cpuUsage();
  const steps = createStepClock(() => cpuMsSince(cpuBefore));
  const tell = createProgressSender((progress) => send({ progress }));
  const report = (progress: ReadingProgress) => {
    steps.begin(progress.step);
    tell(progress);
  };
  let outcome: Omit<TaskSuccess, 'usage'> | Omit<TaskFailure, 'usage'>;
  try {
    outcome = { outcome: 'success', values: await performTask(task, report) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    outcome = { outcome: 'failure', code: error.code, message: error.message };
  }
  send({ ...outcome, usage: { cpuMs: cpuMsSince(cpuBefore), stepCpuMs: steps.end(), ...memoryUse() } });
}

function send(message: ChildReady | TaskProgress | TaskReply): void {
  process.send?.(message);
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function memoryUse(): Pick<TaskUsage, 'residentBytes' | 'peakResidentBytes'> {
  return {
    residentBytes: process.memoryUsage.rss(),
    peakResidentBytes: process.resourceUsage().maxRSS * 1024,
  };
}
