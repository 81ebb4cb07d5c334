'use client';

import { type KeyboardEvent, type MouseEvent, type PointerEvent, type Ref, useRef } from 'react';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import type { WordPlace } from '../picture/picture-pane.tsx';
import { beginsParagraph } from './begins-paragraph.ts';
import type { LineVerbs } from './line-editor.tsx';
import { LineRow } from './line-row.tsx';
import { type CaretWish, offsetAtPoint } from './text-caret.ts';

type Props = {
  pageNumber: number;
  lines: readonly ExtractionLine[];
  threshold: number;
  active: WordPlace | null;
  hovered: WordPlace | null;
  wish: CaretWish | null;
  /** Null: the reader may not edit. */
  verbs: LineVerbs | null;
  lang: string | undefined;
  onHover: (place: WordPlace | null) => void;
  /** A click on a line, at this place of its text; null: beside its words. */
  onPoint: (line: string, at: number | null) => void;
  /** Enter on the whole text. */
  onEnter: () => void;
  paneRef: Ref<HTMLElement>;
};

/**
 * The text of a page, line by line. It is one stop of the Tab key; Enter leads into a line, Escape out again. Inside
 * Tab goes from doubt to doubt.
 */
export function TextPane(props: Props) {
  const { pageNumber, lines, threshold, active, hovered, wish, verbs, lang, onHover, onPoint } = props;
  const hoveredKey = useRef('');

  function onPointerOver({ target }: PointerEvent) {
    const place = target instanceof Element ? placeOf(target) : null;
    const key = place?.word === undefined ? '' : `${place.line} ${place.word}`;
    if (key === hoveredKey.current) return;
    hoveredKey.current = key;
    onHover(key === '' ? null : place);
  }

  function onClick({ target, clientX, clientY }: MouseEvent) {
    if (!(target instanceof Element) || target.closest('textarea')) return;
    // Who drags over the text wants to select it.
    if (window.getSelection()?.isCollapsed === false) return;
    const place = placeOf(target);
    if (place) onPoint(place.line, offsetAtPoint(clientX, clientY));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget || event.key !== 'Enter' || event.ctrlKey || event.metaKey)
      return;
    if (event.altKey || event.shiftKey) return;
    event.preventDefault();
    props.onEnter();
  }

  return (
    <section
      ref={props.paneRef}
      aria-label={`Text of page ${pageNumber}`}
      aria-description={verbs ? 'Press Enter to edit, Escape to leave the line again.' : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerOver={onPointerOver}
      onPointerLeave={() => {
        hoveredKey.current = '';
        onHover(null);
      }}
      className="-outline-offset-2 min-h-0 flex-1 overflow-y-auto py-2 pr-1 [scrollbar-gutter:stable]"
    >
      <ol data-testid="review-lines">
        {lines.map((line, at) => {
          const isActive = active?.line === line.id;
          return (
            <LineRow
              key={line.id}
              line={line}
              place={at + 1}
              total={isActive ? lines.length : undefined}
              threshold={threshold}
              isActive={isActive}
              isApart={beginsParagraph(lines[at - 1], line)}
              activeWord={isActive ? active.word : undefined}
              hoveredWord={hovered?.line === line.id ? hovered.word : undefined}
              wish={wish?.line === line.id ? wish : null}
              verbs={verbs}
              lang={lang}
            />
          );
        })}
      </ol>
    </section>
  );
}

function placeOf(target: Element): WordPlace | null {
  const line = target.closest<HTMLElement>('[data-line]')?.dataset.line;
  if (line === undefined) return null;
  const word = target.closest<HTMLElement>('[data-word]')?.dataset.word;
  return word === undefined ? { line } : { line, word: Number(word) };
}
