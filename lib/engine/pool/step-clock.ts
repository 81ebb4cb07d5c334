import type { ReadingStep } from '../reading-options.ts';

/** Processor time of each step that was taken, in milliseconds. */
export type StepTimes = Partial<Record<ReadingStep, number>>;

/** Tells how long each step takes from when the next begins; a step may be taken more than once. */
export function createStepClock(nowMs: () => number) {
  const times: StepTimes = {};
  let current: { step: ReadingStep; since: number } | null = null;

  function stop(): void {
    if (current) times[current.step] = (times[current.step] ?? 0) + nowMs() - current.since;
  }

  return {
    begin(step: ReadingStep): void {
      if (step === current?.step) return;
      stop();
      current = { step, since: nowMs() };
    },
    /** Ends the last step. */
    end(): StepTimes {
      stop();
      current = null;
      return times;
    },
  };
}
