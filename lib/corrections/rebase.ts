import type { ExtractionLine, LineOperation, SaveConflict } from '#lib/contracts/index.ts';
import { applyOperations } from './apply-operations.ts';

/** Two people changed one line; who the other one was is for the caller to say. */
export type LineConflict = Omit<SaveConflict, 'author'>;

/** The page where the operations were made, and as it is after what others saved since. */
export type Since = { atBase: readonly ExtractionLine[]; now: readonly ExtractionLine[] };

/**
 * Operations that were made on earlier lines, as they apply to the lines of now. Those on lines that nobody else
 * changed stay; places are found again; what others did just so is left out. An operation on a line of which others
 * changed the text is a conflict; with one conflict, none of the operations should be stored.
 */
export function rebase(
  operations: readonly LineOperation[],
  since: Since,
): { operations: LineOperation[]; conflicts: LineConflict[] } {
  const base = byId(since.atBase);
  const now = byId(since.now);
  const wanted = byId(applyOperations(since.atBase, operations).lines);
  const conflicts = new Map<string, LineConflict>();
  const made = new Set<string>();
  const rebased = operations.flatMap((operation) => rebaseOne(operation));
  return { operations: rebased, conflicts: [...conflicts.values()] };

  function rebaseOne(operation: LineOperation): LineOperation[] {
    switch (operation.op) {
      case 'set':
        return changeOf([operation.line], true) ? [operation] : [];
      case 'remove':
        return changeOf([operation.line], true) ? [operation] : [];
      case 'split':
        made.add(operation.added);
        return changeOf([operation.line], false) ? [operation] : [];
      case 'merge':
        return changeOf([operation.line, operation.with], false) ? [operation] : [];
      case 'add':
        made.add(operation.added);
        return [{ ...operation, after: placeNow(operation.after) }];
      case 'move':
        return isThere(operation.line) ? [{ ...operation, after: placeNow(operation.after) }] : [];
      case 'confirm':
        return confirmationOf(operation);
      case 'replace':
        for (const id of new Set([...base.keys(), ...now.keys()])) changeOf([id], true);
        return [operation];
    }
  }

  /** Whether the lines may be changed; notes a conflict where others were faster, unless they did the same. */
  function changeOf(ids: readonly string[], mayAgree: boolean): boolean {
    const touched = ids.filter(isTouched);
    for (const id of touched) {
      const [theirs, mine] = [now.get(id)?.text ?? null, wanted.get(id)?.text ?? null];
      if (mayAgree && theirs === mine) continue;
      conflicts.set(id, { line: id, before: base.get(id)?.text ?? '', theirs, mine });
    }
    return touched.length === 0;
  }

  function isTouched(id: string): boolean {
    return !made.has(id) && base.get(id)?.text !== now.get(id)?.text;
  }

  function isThere(id: string): boolean {
    return made.has(id) || now.has(id);
  }

  /** The line itself or, when it is gone, the nearest one above it that stayed. */
  function placeNow(after: string | null): string | null {
    if (after === null || isThere(after)) return after;
    const above = since.atBase.slice(
      0,
      since.atBase.findIndex(({ id }) => id === after),
    );
    return above.findLast(({ id }) => now.has(id))?.id ?? null;
  }

  /** Words of a changed line are found again by their text and box; those that others changed are theirs. */
  function confirmationOf(operation: Extract<LineOperation, { op: 'confirm' }>): LineOperation[] {
    const { line: id, words: places } = operation;
    if (!isTouched(id)) return [operation];
    const confirmed = base.get(id)?.words.filter((_, place) => !places || places.includes(place)) ?? [];
    const found = now.get(id)?.words.flatMap((word, place) => {
      const isOne = confirmed.some(({ text, box }) => text === word.text && `${box}` === `${word.box}`);
      return isOne ? [place] : [];
    });
    return found && found.length > 0 ? [{ ...operation, words: found }] : [];
  }
}

function byId(lines: readonly ExtractionLine[]): Map<string, ExtractionLine> {
  return new Map(lines.map((line) => [line.id, line]));
}
