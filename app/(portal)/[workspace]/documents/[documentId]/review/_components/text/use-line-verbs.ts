'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { ExtractionLine, LineOperation } from '#lib/contracts/index.ts';
import { newName } from '../saving/kept-edits.ts';
import type { PageSession } from '../saving/page-session.ts';
import type { CommandVerbs } from '../shortcuts/use-shortcuts.ts';
import { type EditorCaret, editorCaret } from './editor-caret.ts';
import {
  addLine,
  type LineChange,
  mergeWithNext,
  mergeWithPrevious,
  moveLine,
  removeLine,
  splitLine,
} from './line-changes.ts';
import type { LineVerbs } from './line-editor.tsx';
import { rangeOfWord, wordAt } from './line-parts.ts';
import { nextWordInDoubt } from './next-word.ts';
import type { CaretWish } from './text-caret.ts';
import type { TextFocus } from './use-text-focus.ts';

type Input = {
  session: PageSession;
  threshold: number;
  focus: TextFocus;
  /** Says something to people who do not see it. */
  say: (words: string) => void;
};

export type TextCommands = Pick<
  CommandVerbs,
  | 'nextWord'
  | 'previousWord'
  | 'confirmWord'
  | 'confirmLine'
  | 'nextLine'
  | 'splitLine'
  | 'mergePrevious'
  | 'mergeNext'
  | 'addLine'
  | 'removeLine'
  | 'moveUp'
  | 'moveDown'
  | 'undo'
  | 'redo'
>;

/** Everything that a person does to the lines of a page, by key, by button or in the text field. They never change. */
export function useLineVerbs(input: Input): LineVerbs & TextCommands & Ways {
  const newest = useRef(input);
  useEffect(() => {
    newest.current = input;
  });
  return useMemo(() => makeVerbs(() => newest.current), []);
}

type Ways = {
  goToText: () => void;
  goToPoint: (line: string, at: number | null) => void;
  goToWord: (line: string, word: number | undefined) => void;
};

function makeVerbs(now: () => Input) {
  /** As they are after the last edit, even before they are drawn. */
  function allLines(): readonly ExtractionLine[] {
    return now().session.snapshot().edits?.lines ?? [];
  }

  function lineOf(id: string): ExtractionLine | undefined {
    return allLines().find((line) => line.id === id);
  }

  function goTo(wish: CaretWish) {
    const line = lineOf(wish.line);
    const word = line && (wish.start < wish.end || line.text !== '' ? wordAt(line, wish.start) : undefined);
    now().focus.goTo(wish, word);
  }

  /** The caret or, when the focus is elsewhere, the word that is marked as being at work. */
  function here(): EditorCaret | null {
    const caret = editorCaret();
    const { active } = now().focus;
    if (caret || !active) return caret;
    const line = lineOf(active.line);
    const range = line && active.word !== undefined ? rangeOfWord(line, active.word) : null;
    return line ? { line: line.id, start: range?.start ?? 0, end: range?.end ?? 0 } : null;
  }

  function change(made: LineChange | null, from: { line: string; start: number }): boolean {
    if (!made) return false;
    now().session.edit(made.operations, { line: from.line, at: from.start });
    if (made.caret) goTo(made.caret);
    return true;
  }

  function onCaret(make: (caret: EditorCaret, lines: readonly ExtractionLine[]) => LineChange | null) {
    return () => {
      const caret = here();
      return caret ? change(make(caret, allLines()), caret) : false;
    };
  }

  function goToDoubt(direction: 1 | -1, from: { line: string; at: number } | null): boolean {
    const { threshold, say } = now();
    const found = nextWordInDoubt(allLines(), threshold, from, direction);
    if (!found) {
      say('No word is in doubt on this page.');
      return false;
    }
    if (found.hasWrapped) say(direction === 1 ? 'From the top of the page.' : 'From the end of the page.');
    goTo(found);
    return true;
  }

  function confirm(
    words: (line: ExtractionLine, caret: EditorCaret) => number[] | undefined | null,
  ): boolean {
    const caret = here();
    const line = caret && lineOf(caret.line);
    const chosen = line && words(line, caret);
    if (!line || chosen === null) return false;
    const operation: LineOperation = { op: 'confirm', line: line.id, ...(chosen && { words: chosen }) };
    now().session.edit([operation], { line: line.id, at: caret.start });
    now().say(chosen ? 'Word confirmed.' : 'Line confirmed.');
    const at = chosen ? caret.end : line.text.length;
    const next = nextWordInDoubt(allLines(), now().threshold, { line: line.id, at }, 1);
    if (next && !next.hasWrapped) goTo(next);
    return true;
  }

  function step(take: 'undo' | 'redo'): boolean {
    const place = now().session[take]();
    if (place === null) now().say(`There is nothing to ${take}.`);
    else if (place === 'overtaken')
      now().say('Somebody else changed those lines since, so they stay as they are.');
    else {
      const line = lineOf(place.line);
      const at = Math.min(place.at, line?.text.length ?? 0);
      if (line) goTo({ line: line.id, start: at, end: at });
    }
    return true;
  }

  function goToLine(id: string, direction: 1 | -1, column: number) {
    const lines = allLines();
    const line = lines[lines.findIndex((known) => known.id === id) + direction];
    if (!line) return now().say(direction === 1 ? 'This is the last line.' : 'This is the first line.');
    const at = Math.min(column, line.text.length);
    goTo({ line: line.id, start: at, end: at });
  }

  return {
    setText: (line: string, text: string, caret: number) => {
      now().session.edit([{ op: 'set', line, text }], { line, at: caret });
    },
    caretMoved: (id: string, caret: number) => {
      const line = lineOf(id);
      if (line) now().focus.note(id, wordAt(line, caret));
    },
    goToLine,
    mergeWithPrevious: (line: string) => change(mergeWithPrevious(allLines(), line), { line, start: 0 }),
    mergeWithNext: (line: string) =>
      change(mergeWithNext(allLines(), line), { line, start: lineOf(line)?.text.length ?? 0 }),

    nextWord: () => {
      const caret = here();
      return goToDoubt(1, caret && { line: caret.line, at: caret.end });
    },
    previousWord: () => {
      const caret = here();
      return goToDoubt(-1, caret && { line: caret.line, at: caret.start });
    },
    confirmWord: () =>
      confirm((line, { start }) => {
        const word = wordAt(line, start);
        return word === undefined ? null : [word];
      }),
    confirmLine: () => confirm(() => undefined),
    nextLine: () => {
      const caret = here();
      if (caret) goToLine(caret.line, 1, 0);
    },
    splitLine: onCaret(({ line, start }) => splitLine(line, start, newName())),
    mergePrevious: onCaret(({ line }, lines) => mergeWithPrevious(lines, line)),
    mergeNext: onCaret(({ line }, lines) => mergeWithNext(lines, line)),
    addLine: () => {
      const from = here() ?? { line: allLines().at(-1)?.id ?? '', start: 0 };
      return change(addLine(from.line === '' ? null : from.line, newName()), from);
    },
    removeLine: onCaret(({ line }, lines) => removeLine(lines, line)),
    moveUp: onCaret(({ line, start }, lines) => moveLine(lines, line, -1, start)),
    moveDown: onCaret(({ line, start }, lines) => moveLine(lines, line, 1, start)),
    undo: () => step('undo'),
    redo: () => step('redo'),

    goToText: () => {
      const caret = here();
      if (caret) return goTo(caret);
      const first = allLines()[0];
      const found = nextWordInDoubt(allLines(), now().threshold, null, 1);
      if (found) goTo(found);
      else if (first) goTo({ line: first.id, start: 0, end: 0 });
    },
    /** A click at this place of a line's text; null: beside it. */
    goToPoint: (id: string, at: number | null) => {
      const end = at ?? lineOf(id)?.text.length ?? 0;
      goTo({ line: id, start: end, end });
    },
    goToWord: (id: string, word: number | undefined) => {
      const line = lineOf(id);
      const range = line && word !== undefined ? rangeOfWord(line, word) : null;
      if (line) now().focus.goTo({ line: id, start: range?.start ?? 0, end: range?.end ?? 0 }, word);
    },
  };
}
