export { type EnqueueOptions, enqueue, enqueueMany } from './enqueue.ts';
export type { TaskName, TaskPayload } from './tasks.ts';
export { closeQueue, type TaskContext, type TaskHandler, work, workEveryMinute } from './work.ts';
