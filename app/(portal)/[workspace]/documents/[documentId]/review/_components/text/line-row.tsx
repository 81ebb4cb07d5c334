'use client';

import { memo } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import { unresolvedWords } from '#lib/corrections/index.ts';
import { LineEditor, type LineVerbs } from './line-editor.tsx';
import { MarkedWords } from './marked-words.tsx';
import type { CaretWish } from './text-caret.ts';

type Props = {
  line: ExtractionLine;
  place: number;
  /** How many lines there are; told to the active line only, so that the others are not drawn anew. */
  total: number | undefined;
  threshold: number;
  isActive: boolean;
  isApart: boolean;
  activeWord: number | undefined;
  hoveredWord: number | undefined;
  wish: CaretWish | null;
  /** Null: the reader may not edit. */
  verbs: LineVerbs | null;
  lang: string | undefined;
};

/** One line of the page: its number and its text; a text field while the caret is in it. */
export const LineRow = memo(function LineRow(props: Props) {
  const {
    line,
    place,
    total = place,
    threshold,
    isActive,
    isApart,
    activeWord,
    hoveredWord,
    verbs,
    lang,
  } = props;
  const doubtful = unresolvedWords([line], threshold).flatMap(({ word }) => line.words[word]?.text ?? []);
  return (
    <li
      data-line={line.id}
      className={classNames(
        'grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-2 rounded-small py-0.5 pr-2 leading-7',
        'scroll-my-24 [contain-intrinsic-size:auto_2rem] [content-visibility:auto]',
        isApart && 'mt-3',
        isActive
          ? 'bg-desk shadow-[inset_2px_0_0_var(--color-accent)]'
          : verbs && 'cursor-text hover:bg-desk',
      )}
    >
      <span
        aria-hidden
        className={classNames(
          'select-none pr-1 text-right text-fine leading-7 tabular-nums',
          doubtful.length > 0 ? 'font-semibold text-warn' : 'text-ink-soft',
        )}
      >
        {place}
      </span>
      {isActive && verbs ? (
        <LineEditor
          line={line}
          place={place}
          total={total}
          threshold={threshold}
          doubtful={doubtful}
          activeWord={activeWord}
          hoveredWord={hoveredWord}
          wish={props.wish}
          verbs={verbs}
          lang={lang}
        />
      ) : (
        <p dir="auto" lang={lang} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          <MarkedWords line={line} threshold={threshold} activeWord={activeWord} hoveredWord={hoveredWord} />
          {line.text === '' ? <span className="text-ink-soft italic">empty line</span> : null}
        </p>
      )}
    </li>
  );
});
