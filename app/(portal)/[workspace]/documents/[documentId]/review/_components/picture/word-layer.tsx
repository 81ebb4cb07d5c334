import { memo, type Ref, useDeferredValue } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import type { ExtractionLine, ExtractionWord } from '#lib/contracts/index.ts';
import type { Size } from './geometry.ts';
import { onPaper } from './on-paper.ts';
import type { Box } from './places.ts';
import { type WordMark, wordMark } from './word-mark.ts';

type Props = { lines: readonly ExtractionLine[]; page: Size; threshold: number; ref: Ref<SVGSVGElement> };

const noLines: readonly ExtractionLine[] = [];

/**
 * The words over the picture: unseen text that can be selected, and marks under those to look at. Nothing in it
 * depends on the zoom. The text pane says the same to screen readers, and first: drawing this must hold up no key.
 * Each page wants a `key`, so that no words of another stand over its picture.
 */
export const WordLayer = memo(function WordLayer({ lines: newest, page, threshold, ref }: Props) {
  const lines = useDeferredValue(newest, noLines);
  return (
    <svg
      ref={ref}
      aria-hidden
      data-testid="word-layer"
      viewBox={`0 0 ${page.width} ${page.height}`}
      preserveAspectRatio="none"
      className={classNames('absolute inset-0 size-full', onPaper)}
    >
      {lines.map((line) => (
        <LineWords key={line.id} line={line} threshold={threshold} />
      ))}
    </svg>
  );
});

const LineWords = memo(function LineWords({ line, threshold }: { line: ExtractionLine; threshold: number }) {
  return (
    <g data-line={line.id}>
      {line.words.map((word, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: words have no name but their place.
        word.box ? <PlacedWord key={place} {...{ word, place, threshold }} box={word.box} /> : null,
      )}
    </g>
  );
});

type WordProps = { word: ExtractionWord; box: Box; place: number; threshold: number };

function PlacedWord({ word: { text, ...word }, box, place, threshold }: WordProps) {
  const [x0, y0, x1, y1] = box;
  const [width, height] = [Math.max(1, x1 - x0), Math.max(1, y1 - y0)];
  const mark = wordMark({ text, ...word }, threshold);
  // No letter is three times as high as wide: words that stand on their side keep to their box.
  const size = Math.min(height, (3 * width) / text.length);
  return (
    <>
      {mark ? <Mark mark={mark} box={box} /> : null}
      <text
        data-word={place}
        x={x0}
        y={y0 + height / 2 + 0.3 * size}
        fontSize={0.85 * size}
        textLength={width}
        lengthAdjust="spacingAndGlyphs"
        className="select-text fill-transparent font-sans [text-rendering:geometricPrecision] selection:bg-accent/35 selection:fill-transparent selection:text-transparent"
      >
        {text}
      </text>
    </>
  );
}

// Told apart by their lines alone, for those who see no colours. Lengths are pixels of the sheet.
const lines: Record<WordMark, { dashes: string; width: number; ink: string }> = {
  doubtful: { dashes: '5 3', width: 2, ink: 'stroke-warn' },
  corrected: { dashes: 'none', width: 1.5, ink: 'stroke-accent' },
  confirmed: { dashes: '1 3', width: 2, ink: 'stroke-good' },
};

function Mark({ mark, box: [x0, y0, x1, y1] }: { mark: WordMark; box: Box }) {
  const { dashes, width, ink } = lines[mark];
  const below = y1 + 0.06 * (y1 - y0);
  return (
    <g data-mark={mark} pointerEvents="none">
      {mark === 'doubtful' ? (
        <rect x={x0} y={y0} width={x1 - x0} height={y1 - y0} className="fill-warn/15" />
      ) : null}
      <line
        x1={x0}
        x2={x1}
        y1={below}
        y2={below}
        className={ink}
        strokeWidth={width}
        strokeDasharray={dashes}
        vectorEffect="non-scaling-stroke"
      />
    </g>
  );
}
