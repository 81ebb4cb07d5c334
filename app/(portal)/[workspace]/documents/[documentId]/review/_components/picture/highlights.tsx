import { memo } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import type { ExtractionLine } from '#lib/contracts/index.ts';
import type { Size } from './geometry.ts';
import { onPaper } from './on-paper.ts';
import type { Box, WordPlace } from './places.ts';

type Props = {
  lines: readonly ExtractionLine[];
  page: Size;
  active: WordPlace | null;
  hovered: WordPlace | null;
  hits: readonly Box[];
  region: Box | null;
};

/** What changes while people work, over the words that do not: so only these few boxes are drawn anew. */
export const Highlights = memo(function Highlights({ lines, page, active, hovered, hits, region }: Props) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${page.width} ${page.height}`}
      preserveAspectRatio="none"
      className={classNames('pointer-events-none absolute inset-0 size-full overflow-visible', onPaper)}
    >
      {hits.map((box) => (
        <Frame
          key={box.join()}
          box={box}
          name="hit"
          className="fill-[#ffd54a]/30 stroke-[#a86b00]"
          width={1.5}
        />
      ))}
      <Frame
        box={boxOf(lines, active && { line: active.line })}
        name="active-line"
        className="fill-accent/8"
      />
      <Frame box={boxOf(lines, hovered)} name="hovered" className="fill-accent/15 stroke-accent" width={1} />
      <Frame
        box={around(wordBoxOf(lines, active))}
        name="active"
        className="fill-none stroke-accent"
        width={2.5}
      />
      <Frame box={region} name="region" className="fill-accent/10 stroke-accent" width={2} dashes="6 3" />
    </svg>
  );
});

/** Where a line or a word of it is; null when nobody knows. */
export function boxOf(lines: readonly ExtractionLine[], place: WordPlace | null): Box | null {
  const line = lines.find(({ id }) => id === place?.line);
  return place?.word === undefined ? (line?.box ?? null) : (line?.words[place.word]?.box ?? null);
}

function wordBoxOf(lines: readonly ExtractionLine[], place: WordPlace | null): Box | null {
  return place?.word === undefined ? null : boxOf(lines, place);
}

/** A little larger, so that the outline crosses no letters. */
function around(box: Box | null): Box | null {
  if (!box) return null;
  const air = 0.12 * (box[3] - box[1]);
  return [box[0] - air, box[1] - air, box[2] + air, box[3] + air];
}

type FrameProps = { box: Box | null; name: string; className: string; width?: number; dashes?: string };

function Frame({ box, name, className, width = 0, dashes = 'none' }: FrameProps) {
  if (!box) return null;
  const [x0, y0, x1, y1] = box;
  return (
    <rect
      data-highlight={name}
      x={x0}
      y={y0}
      width={x1 - x0}
      height={y1 - y0}
      className={className}
      strokeWidth={width}
      strokeDasharray={dashes}
      vectorEffect="non-scaling-stroke"
    />
  );
}
