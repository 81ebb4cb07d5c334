import type { EngineErrorCode } from '../engine-error.ts';
import type { Isolation } from './isolation.ts';
import type { TaskKind, TaskUsage } from './messages.ts';

/**
 * What a pool tells about itself, for logs and metrics. Code is null for success, usage null for a child that
 * was killed or died.
 */
export type EngineEvent =
  | { type: 'child_started'; pid: number | undefined }
  | { type: 'child_ready'; pid: number; startMs: number; isolation: Isolation }
  | { type: 'child_ended'; pid: number | undefined }
  | {
      type: 'task_ended';
      task: TaskKind;
      pid: number | undefined;
      wallMs: number;
      code: EngineErrorCode | null;
      usage: TaskUsage | null;
    };
