'use client';

import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import type { Point } from './geometry.ts';
import type { WordPlace } from './places.ts';
import { selectBetween, selectNothing } from './text-selection.ts';
import type { Stroke } from './use-pointers.ts';
import { caretAt, wordAt } from './word-at.ts';

type Options = {
  layerRef: RefObject<Element | null>;
  lines: readonly ExtractionLine[];
  /** The point of the page at a point of the frame. */
  onPage: (at: Point) => Point;
  onHover: ((place: WordPlace | null) => void) | undefined;
  onActivate: ((place: WordPlace) => void) | undefined;
};

/** Pointing at words: which is under the pointer, which was clicked, and text that is selected by dragging. */
export function useWordPointing({ layerRef, lines, onPage, onHover, onActivate }: Options) {
  const hoveredName = useRef('');
  const [isOverWord, setOverWord] = useState(false);

  return {
    isOverWord,
    hover(at: Point | null) {
      const word = at && wordAt(lines, onPage(at));
      const name = word ? `${word.line} ${word.word}` : '';
      if (name === hoveredName.current) return;
      hoveredName.current = name;
      setOverWord(word !== null);
      onHover?.(word && { line: word.line, word: word.word });
    },
    tap(at: Point) {
      const word = wordAt(lines, onPage(at));
      selectNothing(layerRef.current);
      if (word) onActivate?.({ line: word.line, word: word.word });
    },
    /** Null where no word is, and for fingers: those move the sheet. */
    selectionFrom(from: Point, { pointerType }: PointerEvent): Stroke | null {
      const anchor = pointerType === 'mouse' ? wordAt(lines, onPage(from)) : null;
      if (!anchor) return null;
      return {
        move(to) {
          const caret = caretAt(lines, onPage(to));
          if (layerRef.current && caret) selectBetween(layerRef.current, anchor, caret);
        },
      };
    },
    selectWord(at: Point) {
      const word = wordAt(lines, onPage(at));
      const text = lines.find(({ id }) => id === word?.line)?.words[word?.word ?? -1]?.text;
      if (!layerRef.current || !word || text === undefined) return;
      selectBetween(layerRef.current, { ...word, offset: 0 }, { ...word, offset: text.length });
    },
  };
}
