import type { DocumentInfo } from '../document-info.ts';
import type { EngineErrorCode } from '../engine-error.ts';
import type { PageReading } from '../page-reading.ts';
import type { ReadingOptions, ReadingProgress } from '../reading-options.ts';
import type { SearchablePdf, TextLayer } from '../searchable-pdf/text-layer.ts';
import type { StepTimes } from './step-clock.ts';

/** What each kind of task answers. */
export type TaskValues = {
  inspect: DocumentInfo;
  readPage: PageReading;
  renderPage: Uint8Array;
  unlock: Uint8Array;
  searchablePdf: SearchablePdf;
};
export type TaskKind = keyof TaskValues;

/** What the parent sends to a child. */
export type EngineTask =
  | { kind: 'inspect'; file: string; password?: string }
  | { kind: 'unlock'; file: string; password: string }
  | { kind: 'searchablePdf'; file: string; layers: readonly TextLayer[]; pages?: readonly number[] }
  | ({ kind: 'readPage'; file: string; page: number } & ReadingOptions)
  | { kind: 'renderPage'; file: string; page: number; maxSide: number; password?: string };

/** The value stands under the kind of the task that was asked. */
export type TaskSuccess = { outcome: 'success'; values: Partial<TaskValues>; usage: TaskUsage };
export type TaskFailure = { outcome: 'failure'; code: EngineErrorCode; message: string; usage: TaskUsage };

/**
 * Processor time of the task (user and system) and of each step of reading in it, resident memory of the child at
 * its end and at its highest so far.
 */
export type TaskUsage = {
  cpuMs: number;
  stepCpuMs: StepTimes;
  residentBytes: number;
  peakResidentBytes: number;
};

/** What a child sends back, once per task. */
export type TaskReply = TaskSuccess | TaskFailure;

/** What a child sends first, when it is able to take tasks. */
export type ChildReady = { ready: true };

/** What a child sends while it reads a page. */
export type TaskProgress = { progress: ReadingProgress };

// Both ends of the channel run this repository's code, so telling our messages from Node's is all there is to
// check.
export function isEngineTask(message: unknown): message is EngineTask {
  return typeof message === 'object' && message !== null && 'kind' in message && 'file' in message;
}

export function isTaskReply(message: unknown): message is TaskReply {
  return typeof message === 'object' && message !== null && 'outcome' in message && 'usage' in message;
}

export function isChildReady(message: unknown): message is ChildReady {
  return typeof message === 'object' && message !== null && 'ready' in message;
}

export function isTaskProgress(message: unknown): message is TaskProgress {
  return typeof message === 'object' && message !== null && 'progress' in message;
}
