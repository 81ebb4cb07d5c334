export { type EnqueueOptions, enqueue, enqueueMany } from './enqueue.ts';
export { type QueueDepth, queueDepth, workerLastSeenAt } from './queue-depth-store.ts';
export type { TaskName, TaskPayload } from './tasks.ts';
export { closeQueue, type TaskContext, type TaskHandler, work, workEveryMinute } from './work.ts';
