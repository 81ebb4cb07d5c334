import type { Extraction, ExtractionLine, LineOperation, Save, SaveConflict } from '#lib/contracts/index.ts';
import { MAX_OPERATIONS } from '#lib/contracts/index.ts';
import { applyOperations, rebase } from '#lib/corrections/index.ts';
import { type EditPlace, type EditStep, extendsStep } from './edit-step.ts';
import { keepSameLines } from './keep-same-lines.ts';

/** One page under correction: what the server last said, what is on its way there, and what still waits. */
export type PageEdits = {
  server: Extraction;
  sending: Save | null;
  waiting: readonly LineOperation[];
  /** The line of the last waiting `set` as it was before: typing on replaces that operation. */
  typed: ExtractionLine | null;
  /** What the person sees: `server` with `sending` and `waiting`. */
  lines: readonly ExtractionLine[];
  undo: readonly EditStep[];
  redo: readonly EditStep[];
  /** Others changed the same lines. Nothing is sent until somebody has chosen. */
  conflict: { conflicts: readonly SaveConflict[]; now: Extraction } | null;
};

const MOST_STEPS = 500;

/** `unsaved`: what an earlier life of this tab had not sent. */
export function startEdits(
  server: Extraction,
  unsaved: Pick<PageEdits, 'sending' | 'waiting'> = { sending: null, waiting: [] },
): PageEdits {
  const operations = [...(unsaved.sending?.operations ?? []), ...unsaved.waiting];
  return {
    server,
    ...unsaved,
    typed: null,
    lines: applyOperations(server.lines, operations).lines,
    undo: [],
    redo: [],
    conflict: null,
  };
}

export function hasUnsaved({ sending, waiting }: Pick<PageEdits, 'sending' | 'waiting'>): boolean {
  return sending !== null || waiting.length > 0;
}

/** After one thing that the person did. Typing in one line goes on as one step and one operation. */
export function withEdit(
  edits: PageEdits,
  operations: readonly LineOperation[],
  { place, nowMs }: { place: EditPlace; nowMs: number },
): PageEdits {
  const next = applied(edits, operations);
  if (next.lines === edits.lines) return edits;
  const [only, ...more] = operations;
  const typedIn = only?.op === 'set' && more.length === 0 ? only.line : null;
  const last = edits.undo.at(-1);
  const goesOn = last !== undefined && extendsStep(last, { typedIn, nowMs, lines: edits.lines });
  const step = { before: goesOn ? last.before : edits.lines, after: next.lines, place, typedIn, atMs: nowMs };
  const undo = [...(goesOn ? edits.undo.slice(0, -1) : edits.undo), step].slice(-MOST_STEPS);
  return { ...next, undo, redo: [] };
}

/** Adds operations to those that wait; the same object when they change nothing. */
export function applied(edits: PageEdits, operations: readonly LineOperation[]): PageEdits {
  const [only] = operations;
  const last = edits.waiting.at(-1);
  if (operations.length === 1 && only?.op === 'set' && last?.op === 'set' && last.line === only.line) {
    const { typed } = edits;
    if (typed?.id === only.line) return typedOn(edits, only, typed);
  }
  const { lines, dropped } = applyOperations(edits.lines, operations);
  const kept = operations.filter((operation) => !dropped.includes(operation));
  const isSame = lines.length === edits.lines.length && lines.every((line, at) => line === edits.lines[at]);
  if (kept.length === 0 || isSame) return edits;
  const end = kept.at(-1);
  const typed = end?.op === 'set' && kept.length === 1 ? edits.lines.find(({ id }) => id === end.line) : null;
  return { ...edits, lines, waiting: [...edits.waiting, ...kept], typed: typed ?? null };
}

function typedOn(
  edits: PageEdits,
  operation: Extract<LineOperation, { op: 'set' }>,
  typed: ExtractionLine,
): PageEdits {
  const [line] = applyOperations([typed], [operation]).lines;
  if (!line || edits.lines.find(({ id }) => id === line.id)?.text === line.text) return edits;
  return {
    ...edits,
    lines: edits.lines.map((shown) => (shown.id === line.id ? line : shown)),
    waiting: [...edits.waiting.slice(0, -1), operation],
  };
}

/** Takes what waits to be sent; the same object when nothing may be sent now. */
export function withSending(edits: PageEdits, saveId: string): PageEdits {
  if (edits.sending || edits.conflict || edits.waiting.length === 0) return edits;
  return {
    ...edits,
    sending: {
      saveId,
      base: edits.server.revision,
      operations: edits.waiting.slice(0, MAX_OPERATIONS),
    },
    waiting: edits.waiting.slice(MAX_OPERATIONS),
    typed: null,
  };
}

/** The save was stored; `extraction` also holds what others did meanwhile. */
export function withSaved(edits: PageEdits, extraction: Extraction): PageEdits {
  const sent = edits.sending?.operations ?? [];
  const seen = applyOperations(edits.server.lines, sent).lines;
  const { operations, conflicts } = rebase(edits.waiting, { atBase: seen, now: extraction.lines });
  if (conflicts.length > 0) {
    const named = conflicts.map((conflict) => ({ ...conflict, author: null }));
    const server = { ...edits.server, lines: keepSameLines(edits.lines, seen) };
    return { ...edits, server, sending: null, typed: null, conflict: { conflicts: named, now: extraction } };
  }
  return onto(edits, extraction, operations);
}

/** The server refused the save, as others had changed the same lines. */
export function withConflict(
  edits: PageEdits,
  conflicts: readonly SaveConflict[],
  now: Extraction,
): PageEdits {
  const waiting = [...(edits.sending?.operations ?? []), ...edits.waiting];
  return { ...edits, sending: null, waiting, typed: null, conflict: { conflicts, now } };
}

/** What others saved. Where it collides with what waits here, the next save brings it, with the names. */
export function withNews(edits: PageEdits, extraction: Extraction): PageEdits {
  if (edits.sending || edits.conflict || extraction.revision < edits.server.revision) return edits;
  const { operations, conflicts } = rebase(edits.waiting, {
    atBase: edits.server.lines,
    now: extraction.lines,
  });
  return conflicts.length > 0 ? edits : onto(edits, extraction, operations);
}

/** Goes on from what the server says now. A line is told to be changed here by not being the server's object. */
function onto(edits: PageEdits, extraction: Extraction, waiting: readonly LineOperation[]): PageEdits {
  const server = { ...extraction, lines: keepSameLines(edits.lines, extraction.lines) };
  const lines = keepSameLines(edits.lines, applyOperations(server.lines, waiting).lines);
  return { ...edits, server, sending: null, waiting, typed: null, lines, conflict: null };
}
