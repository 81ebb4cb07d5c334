import { cellInWords, percentInWords } from '#app/_ui/figures/figure-table.ts';
import { plural } from '#app/_ui/words.ts';
import type { InsightFigures } from '#lib/contracts/index.ts';
import { characterErrorRate } from './insight-words.ts';

/** The figures of the whole time, each with what it is counted of. */
export function SummaryTiles({ total }: { total: InsightFigures }) {
  const approved = `of ${plural(total.approvedPages, 'approved page')}`;
  const tiles = [
    { name: 'Pages read', value: cellInWords(total.readPages, 'count'), of: 'by the reading they show now' },
    {
      name: 'Mean confidence',
      value: percentInWords(total.confidence),
      of: `of ${plural(total.confidentPages, 'page')}`,
    },
    {
      name: 'Pages approved',
      value: cellInWords(total.approvedPages, 'count'),
      of: 'whose approval still stands',
    },
    { name: 'Characters read wrong', value: percentInWords(characterErrorRate(total)), of: approved },
    {
      name: 'Corrections',
      value: cellInWords(total.corrections, 'count'),
      of: `on ${plural(total.correctedPages, 'page')}`,
    },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-5">
      {tiles.map(({ name, value, of }) => (
        <div
          key={name}
          className="rounded-large border border-line bg-sheet p-4 shadow-sheet max-sm:last:odd:col-span-2"
        >
          <dt className="text-ink-soft text-small">{name}</dt>
          <dd className="mt-1 font-serif text-title tabular-nums">{value}</dd>
          <dd className="text-ink-soft text-fine">{of}</dd>
        </div>
      ))}
    </dl>
  );
}
