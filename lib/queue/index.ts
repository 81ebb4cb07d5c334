export { closeQueue } from './boss.ts';
export { type EnqueueOptions, enqueue, enqueueMany } from './enqueue.ts';
export type { TaskName, TaskPayload } from './tasks.ts';
export { type TaskContext, type TaskHandler, work, workEveryMinute } from './work.ts';
