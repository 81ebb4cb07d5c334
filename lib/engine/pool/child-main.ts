// The entry of an engine child process: takes one task at a time from its parent and answers it.
// Anything unforeseen ends the process, so no task ever runs on a damaged state; the parent says "crashed".
import sharp from 'sharp';
import { EngineError } from '../engine-error.ts';
import { type EngineTask, isEngineTask, type TaskReply, type TaskUsage } from './messages.ts';
import { performTask } from './perform-task.ts';

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

async function answer(task: EngineTask): Promise<void> {
  const cpuBefore = process.cpuUsage();
  let reply: TaskReply;
  try {
    const values = await performTask(task);
    reply = { outcome: 'success', values, usage: usageSince(cpuBefore) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    reply = { outcome: 'failure', code: error.code, message: error.message, usage: usageSince(cpuBefore) };
  }
  process.send?.(reply);
}

function usageSince(cpuBefore: NodeJS.CpuUsage): TaskUsage {
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    cpuMs: (user + system) / 1000,
    residentBytes: process.memoryUsage.rss(),
    peakResidentBytes: process.resourceUsage().maxRSS * 1024,
  };
}
