import type { ExtractionLine } from '#lib/contracts/index.ts';

/** Where an edit happened, to lead the caret back there. */
export type EditPlace = { line: string; at: number };

/** One thing that can be taken back: the lines before it and after it. */
export type EditStep = {
  before: readonly ExtractionLine[];
  after: readonly ExtractionLine[];
  place: EditPlace;
  /** The line in which the person was typing. */
  typedIn: string | null;
  atMs: number;
};

/** A pause in typing ends a step. */
const PAUSE_MS = 1_000;

/** Whether what is done now belongs to this step: typing on in the same line. */
export function extendsStep(
  step: EditStep,
  { typedIn, nowMs, lines }: { typedIn: string | null; nowMs: number; lines: readonly ExtractionLine[] },
): boolean {
  return typedIn !== null && step.typedIn === typedIn && nowMs - step.atMs < PAUSE_MS && step.after === lines;
}
