import type { ExtractionLine, LineOperation } from '#lib/contracts/index.ts';
import type { CaretWish } from './text-caret.ts';

/** What a person does with whole lines: the operations, and where the caret goes then (null: no line is left). */
export type LineChange = { operations: LineOperation[]; caret: CaretWish | null };

type Lines = readonly ExtractionLine[];

export function splitLine(line: string, at: number, added: string): LineChange {
  return { operations: [{ op: 'split', line, at, added }], caret: caretAt(added, 0) };
}

/** Null when there is no line above. */
export function mergeWithPrevious(lines: Lines, id: string): LineChange | null {
  const previous = lines[placeOf(lines, id) - 1];
  return previous ? mergeWithNext(lines, previous.id) : null;
}

/** The caret goes to where the two meet. Null when there is no line below. */
export function mergeWithNext(lines: Lines, id: string): LineChange | null {
  const place = placeOf(lines, id);
  const [line, next] = [lines[place], lines[place + 1]];
  if (!line || !next) return null;
  const meeting = line.text.length + (line.text !== '' && next.text !== '' ? 1 : 0);
  return { operations: [{ op: 'merge', line: id, with: next.id }], caret: caretAt(id, meeting) };
}

/** Without `after`, at the top. */
export function addLine(after: string | null, added: string): LineChange {
  return { operations: [{ op: 'add', after, added, text: '', box: null }], caret: caretAt(added, 0) };
}

export function removeLine(lines: Lines, id: string): LineChange {
  const place = placeOf(lines, id);
  const [previous, next] = [lines[place - 1], lines[place + 1]];
  const caret = next ? caretAt(next.id, 0) : previous ? caretAt(previous.id, previous.text.length) : null;
  return { operations: [{ op: 'remove', line: id }], caret };
}

/** Null at the end of the page to which it should go. */
export function moveLine(lines: Lines, id: string, step: 1 | -1, at: number): LineChange | null {
  const place = placeOf(lines, id);
  if (!lines[place + step]) return null;
  const after = lines[step === 1 ? place + 1 : place - 2]?.id ?? null;
  return { operations: [{ op: 'move', line: id, after }], caret: caretAt(id, at) };
}

function placeOf(lines: Lines, id: string): number {
  return lines.findIndex((line) => line.id === id);
}

function caretAt(line: string, at: number): CaretWish {
  return { line, start: at, end: at };
}
