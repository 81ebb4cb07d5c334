import type { ExtractionLine } from '#lib/contracts/index.ts';
import { rebase } from '#lib/corrections/index.ts';
import type { EditPlace } from './edit-step.ts';
import { applied, type PageEdits } from './page-edits.ts';
import { wayBetween } from './way-between.ts';

export type Stepped =
  | { outcome: 'done'; edits: PageEdits; place: EditPlace }
  /** Somebody else changed those lines since; the step is forgotten. */
  | { outcome: 'overtaken'; edits: PageEdits }
  | { outcome: 'nothing' };

/** Takes back the last step, wherever it has been saved meanwhile. */
export function undone(edits: PageEdits): Stepped {
  const step = edits.undo.at(-1);
  if (!step) return { outcome: 'nothing' };
  const rest = { ...edits, undo: edits.undo.slice(0, -1) };
  const next = led(rest, step.after, step.before);
  if (!next) return { outcome: 'overtaken', edits: rest };
  return { outcome: 'done', edits: { ...next, redo: [...edits.redo, step] }, place: step.place };
}

/** Does again what was taken back last. */
export function redone(edits: PageEdits): Stepped {
  const step = edits.redo.at(-1);
  if (!step) return { outcome: 'nothing' };
  const rest = { ...edits, redo: edits.redo.slice(0, -1) };
  const next = led(rest, step.before, step.after);
  if (!next) return { outcome: 'overtaken', edits: rest };
  // Typing afterwards is a step of its own.
  const undo = [...edits.undo, { ...step, typedIn: null }];
  return { outcome: 'done', edits: { ...next, undo }, place: step.place };
}

function led(
  edits: PageEdits,
  from: readonly ExtractionLine[],
  to: readonly ExtractionLine[],
): PageEdits | null {
  const { operations, conflicts } = rebase(wayBetween(from, to), { atBase: from, now: edits.lines });
  return conflicts.length > 0 ? null : applied(edits, operations);
}
