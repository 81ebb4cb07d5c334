'use client';

import { type ChangeEvent, type KeyboardEvent, memo, useLayoutEffect, useRef } from 'react';
import { plural } from '#app/_ui/words.ts';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import { MarkedWords } from './marked-words.tsx';
import type { CaretWish } from './text-caret.ts';

const MAX_LENGTH = 10_000;

/** What the keys of an ordinary text field do beyond the ends of a line. */
export type LineVerbs = {
  setText: (line: string, text: string, caret: number) => void;
  caretMoved: (line: string, caret: number) => void;
  /** To the line above (−1) or below, at this column; `Infinity`: at its end. */
  goToLine: (line: string, step: 1 | -1, column: number) => void;
  mergeWithPrevious: (line: string) => void;
  mergeWithNext: (line: string) => void;
};

type Props = {
  line: ExtractionLine;
  place: number;
  total: number;
  threshold: number;
  doubtful: readonly string[];
  activeWord: number | undefined;
  hoveredWord: number | undefined;
  wish: CaretWish | null;
  verbs: LineVerbs;
  lang: string | undefined;
};

/** One line as a text field. Behind it lies the same text, unseen, which gives it its height and the words their marks. */
export const LineEditor = memo(function LineEditor(props: Props) {
  const { line, place, total, threshold, doubtful, activeWord, hoveredWord, wish, verbs, lang } = props;
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    if (!wish || !field.current) return;
    field.current.focus({ preventScroll: true });
    field.current.setSelectionRange(wish.start, wish.end);
    field.current.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [wish]);

  function change({ target }: ChangeEvent<HTMLTextAreaElement>) {
    // A line holds no line ends: pasted ones become blanks.
    const text = target.value.replace(/[\t\r\n]+/g, ' ').replace(/\p{Cc}/gu, '');
    verbs.setText(line.id, text, target.selectionStart);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const target = event.currentTarget;
    const { selectionStart: start, selectionEnd: end } = target;
    if (event.nativeEvent.isComposing || hasModifier(event) || start !== end) return;
    if (go(event.key, target, start)) event.preventDefault();
  }

  function go(key: string, target: HTMLTextAreaElement, caret: number): boolean {
    const isAtStart = caret === 0;
    const isAtEnd = caret === line.text.length;
    const isOneRow = target.clientHeight < 2 * Number.parseFloat(getComputedStyle(target).lineHeight);
    const isForward = (key === 'ArrowRight') === (getComputedStyle(target).direction === 'ltr');
    if (key === 'Backspace' && isAtStart) verbs.mergeWithPrevious(line.id);
    else if (key === 'Delete' && isAtEnd) verbs.mergeWithNext(line.id);
    else if (key === 'ArrowUp' && (isAtStart || isOneRow)) verbs.goToLine(line.id, -1, caret);
    else if (key === 'ArrowDown' && (isAtEnd || isOneRow)) verbs.goToLine(line.id, 1, caret);
    else if (/^Arrow(Left|Right)$/.test(key) && isForward && isAtEnd) verbs.goToLine(line.id, 1, 0);
    else if (/^Arrow(Left|Right)$/.test(key) && !isForward && isAtStart) {
      verbs.goToLine(line.id, -1, Number.POSITIVE_INFINITY);
    } else return false;
    return true;
  }

  return (
    <div className="grid *:col-start-1 *:row-start-1">
      <div
        aria-hidden
        dir="auto"
        lang={lang}
        className="pointer-events-none whitespace-pre-wrap text-transparent [overflow-wrap:anywhere]"
      >
        <MarkedWords line={line} threshold={threshold} activeWord={activeWord} hoveredWord={hoveredWord} />
        {'\u200b'}
      </div>
      <textarea
        ref={field}
        data-line-editor
        dir="auto"
        lang={lang}
        rows={1}
        tabIndex={-1}
        value={line.text}
        maxLength={MAX_LENGTH}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-label={`Line ${place} of ${total}`}
        aria-description={
          doubtful.length > 0
            ? `${plural(doubtful.length, 'word')} in doubt: ${doubtful.join(', ')}`
            : undefined
        }
        onChange={change}
        onKeyDown={onKeyDown}
        onSelect={({ currentTarget }) => verbs.caretMoved(line.id, currentTarget.selectionStart)}
        className="block h-full w-full resize-none overflow-hidden bg-transparent outline-none [overflow-wrap:anywhere]"
      />
    </div>
  );
});

function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}
