import { memo } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import type { ExtractionLine, ExtractionWord } from '#lib/contracts/index.ts';
import { lineParts } from './line-parts.ts';

type Props = {
  line: ExtractionLine;
  threshold: number;
  activeWord: number | undefined;
  hoveredWord: number | undefined;
};

/** The text of a line with its words marked: by the kind of line under them, and by colour. */
export const MarkedWords = memo(function MarkedWords({ line, threshold, activeWord, hoveredWord }: Props) {
  return lineParts(line).map(({ start, end, word }) => {
    const text = line.text.slice(start, end);
    if (word === null) return text;
    return (
      <span
        key={start}
        data-word={word}
        data-start={start}
        className={classNames(
          'rounded-small',
          markOf(line.words[word], threshold),
          word === hoveredWord && 'bg-well',
          word === activeWord && 'bg-accent-wash outline-1 outline-accent',
        )}
      >
        {text}
      </span>
    );
  });
});

const UNDER = 'underline underline-offset-4';

function markOf(word: ExtractionWord | undefined, threshold: number): string | undefined {
  if (!word) return undefined;
  if (word.by === 'corrected') return `${UNDER} decoration-1 decoration-accent`;
  if (word.by === 'confirmed') return `${UNDER} decoration-1 decoration-dotted decoration-good`;
  if (word.confidence === null || word.confidence >= threshold) return undefined;
  return `bg-warn-wash ${UNDER} decoration-2 decoration-wavy decoration-warn`;
}
