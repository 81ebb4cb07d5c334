import type { ExtractionLine, SaveConflict } from '#lib/contracts/index.ts';
import { applyOperations, rebase } from '#lib/corrections/index.ts';
import { keepSameLines } from './keep-same-lines.ts';
import type { PageEdits } from './page-edits.ts';
import { wayBetween } from './way-between.ts';

/** The text that a line is to have, by its id; null: the line goes. */
export type Choices = ReadonlyMap<string, string | null>;

/** The lines that both sides changed, as they stand now. */
export function openConflicts({ conflict, server, sending, waiting }: PageEdits): SaveConflict[] {
  if (!conflict) return [];
  const operations = [...(sending?.operations ?? []), ...waiting];
  const { conflicts } = rebase(operations, { atBase: server.lines, now: conflict.now.lines });
  const texts = new Map(conflict.now.lines.map(({ id, text }) => [id, text]));
  // The server also tells of text for which it found no place.
  const toldOnly = conflict.conflicts.filter(
    ({ line, mine }) => !conflicts.some((found) => found.line === line) && mine !== (texts.get(line) ?? null),
  );
  const named = conflicts.map((found) => {
    const told = conflict.conflicts.find(({ line }) => line === found.line);
    return { ...found, author: told?.author ?? null };
  });
  return [...named, ...toldOnly];
}

/**
 * Goes on from the page as it is now, with the chosen text for each open conflict and with everything else
 * that the person did. No line that they wrote is lost.
 */
export function settled(edits: PageEdits, choices: Choices): PageEdits {
  if (!edits.conflict) return edits;
  const { now } = edits.conflict;
  const before = { base: edits.server.lines, mine: edits.lines, now: now.lines };
  const moves = edits.waiting.filter(({ op }) => op === 'move');
  const operations = [...wayBetween(now.lines, joined(before, choices)), ...moves];
  const { lines, dropped } = applyOperations(now.lines, operations);
  return {
    ...edits,
    server: now,
    sending: null,
    waiting: operations.filter((operation) => !dropped.includes(operation)),
    typed: null,
    lines: keepSameLines(edits.lines, lines),
    conflict: null,
  };
}

type Versions = {
  base: readonly ExtractionLine[];
  mine: readonly ExtractionLine[];
  now: readonly ExtractionLine[];
};

function joined({ base, mine, now }: Versions, choices: Choices): ExtractionLine[] {
  const [known, own, theirs] = [base, mine, now].map(
    (lines) => new Map(lines.map((line) => [line.id, line])),
  );
  const chosen = (id: string): ExtractionLine | null => {
    const text = choices.get(id) ?? null;
    const line = own?.get(id) ?? theirs?.get(id) ?? known?.get(id);
    if (text === null || !line) return null;
    const asTheirs = theirs?.get(id);
    if (asTheirs?.text === text) return asTheirs;
    return applyOperations([line], [{ op: 'set', line: id, text }]).lines[0] ?? null;
  };
  const result = now.flatMap((line) => {
    if (choices.has(line.id)) return chosen(line.id) ?? [];
    const ownLine = own?.get(line.id);
    const old = known?.get(line.id);
    if (old && !ownLine) return [];
    return ownLine && ownLine !== old ? [ownLine] : [line];
  });
  mine.forEach((line, at) => {
    if (result.some(({ id }) => id === line.id)) return;
    const kept = choices.has(line.id) ? chosen(line.id) : known?.has(line.id) ? null : line;
    if (kept) result.splice(placeAfter(result, mine.slice(0, at)), 0, kept);
  });
  return result;
}

/** Below the nearest of the lines above that is there. */
function placeAfter(lines: readonly ExtractionLine[], above: readonly ExtractionLine[]): number {
  const nearest = above.findLast(({ id }) => lines.some((line) => line.id === id));
  return nearest ? lines.findIndex(({ id }) => id === nearest.id) + 1 : 0;
}
