import { EngineError } from '../engine-error.ts';

export function crashed(): EngineError {
  return new EngineError(
    'crashed',
    'The OCR engine stopped unexpectedly while working on this file. Try again; if it happens again, the file may be damaged.',
  );
}

export function timedOut(timeLimitMs: number): EngineError {
  const seconds = Math.round(timeLimitMs / 100) / 10;
  return new EngineError(
    'timed_out',
    `Working on this page took longer than ${seconds} seconds and was stopped. Try again with a smaller or simpler page.`,
  );
}

export function outOfMemory(memoryLimitMb: number): EngineError {
  return new EngineError(
    'out_of_memory',
    `Working on this page took more than ${memoryLimitMb} MB of memory and was stopped. Upload it in a lower resolution.`,
  );
}

/** @param cause what the caller's own listener threw, if that is why. */
export function aborted(cause?: unknown): EngineError {
  const message = 'The work on this page was stopped before it ended.';
  return new EngineError('aborted', message, cause === undefined ? {} : { cause });
}
