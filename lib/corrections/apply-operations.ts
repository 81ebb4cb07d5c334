import type { ExtractionLine, LineOperation } from '#lib/contracts/index.ts';
import { alignWords } from './align-words.ts';
import { unionOf } from './box.ts';
import { splitLine } from './split-line.ts';
import { placeWords } from './word-places.ts';

type Operation<Name extends LineOperation['op']> = Extract<LineOperation, { op: Name }>;

/**
 * The lines after these operations, in order. What names a line that is not there, or makes one that is, is dropped
 * and told. Lines that nothing touched stay the same objects.
 */
export function applyOperations(
  lines: readonly ExtractionLine[],
  operations: readonly LineOperation[],
): { lines: ExtractionLine[]; dropped: LineOperation[] } {
  let result = [...lines];
  const dropped: LineOperation[] = [];
  for (const operation of operations) {
    const next = applyOne(result, operation);
    if (next) result = next;
    else dropped.push(operation);
  }
  return { lines: result, dropped };
}

/** Null when a line that it needs is gone. */
function applyOne(lines: ExtractionLine[], operation: LineOperation): ExtractionLine[] | null {
  switch (operation.op) {
    case 'replace':
      return new Set(operation.lines.map(({ id }) => id)).size < operation.lines.length
        ? null
        : operation.lines;
    case 'set':
      return replaceLine(lines, operation.line, (line) => [setText(line, operation.text)]);
    case 'split':
      if (hasLine(lines, operation.added)) return null;
      return replaceLine(lines, operation.line, (line) => splitLine(line, operation.at, operation.added));
    case 'merge':
      return merge(lines, operation);
    case 'add':
      if (hasLine(lines, operation.added)) return null;
      return insertAfter(lines, operation.after, newLine(operation));
    case 'remove':
      return replaceLine(lines, operation.line, () => []);
    case 'move':
      return move(lines, operation);
    case 'confirm':
      return replaceLine(lines, operation.line, (line) => [confirmWords(line, operation.words)]);
  }
}

function hasLine(lines: readonly ExtractionLine[], id: string): boolean {
  return lines.some((line) => line.id === id);
}

function replaceLine(
  lines: readonly ExtractionLine[],
  id: string,
  change: (line: ExtractionLine) => ExtractionLine[],
): ExtractionLine[] | null {
  const at = lines.findIndex((line) => line.id === id);
  const line = lines[at];
  return line ? [...lines.slice(0, at), ...change(line), ...lines.slice(at + 1)] : null;
}

function setText(line: ExtractionLine, text: string): ExtractionLine {
  return text === line.text ? line : { ...line, text, words: alignWords(line, text) };
}

function merge(lines: readonly ExtractionLine[], operation: Operation<'merge'>): ExtractionLine[] | null {
  const other = lines.find((line) => line.id === operation.with);
  if (!other || operation.with === operation.line) return null;
  const rest = lines.filter((line) => line !== other);
  return replaceLine(rest, operation.line, (line) => [
    {
      id: line.id,
      text: [line.text, other.text].filter((text) => text !== '').join(' '),
      box: unionOf([line.box, other.box]),
      words: [...line.words, ...other.words],
    },
  ]);
}

function newLine({ added, text, box, words = [] }: Operation<'add'>): ExtractionLine {
  const known = { text: words.map((word) => word.text).join(' '), box, words };
  const fits = placeWords(words, text).length === words.length && words.length > 0;
  return { id: added, text, box, words: fits ? words : alignWords(known, text) };
}

function insertAfter(
  lines: readonly ExtractionLine[],
  after: string | null,
  line: ExtractionLine,
): ExtractionLine[] | null {
  return after === null ? [line, ...lines] : replaceLine(lines, after, (before) => [before, line]);
}

function move(lines: readonly ExtractionLine[], operation: Operation<'move'>): ExtractionLine[] | null {
  const line = lines.find(({ id }) => id === operation.line);
  if (!line || operation.after === operation.line) return null;
  return insertAfter(
    lines.filter((other) => other !== line),
    operation.after,
    line,
  );
}

function confirmWords(line: ExtractionLine, places: readonly number[] | undefined): ExtractionLine {
  const words = line.words.map((word, place) =>
    word.by || (places && !places.includes(place)) ? word : { ...word, by: 'confirmed' as const },
  );
  return { ...line, words };
}
