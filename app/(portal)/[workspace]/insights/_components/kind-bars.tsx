import { percentInWords } from '#app/_ui/figures/figure-table.ts';
import { plural } from '#app/_ui/words.ts';
import type { InsightKind } from '#lib/contracts/index.ts';
import { characterErrorRate } from './insight-words.ts';

/** More than these are in the table alone. */
const MOST_BARS = 6;

/** How much was read wrong of each kind, as bars beside the figures. */
export function KindBars({
  kinds,
  nameOf,
}: {
  kinds: readonly InsightKind[];
  nameOf: (name: string) => string;
}) {
  const shown = kinds.slice(0, MOST_BARS);
  const highest = Math.max(...shown.map((kind) => characterErrorRate(kind) ?? 0));
  return (
    <ul className="space-y-3">
      {shown.map((kind) => {
        const rate = characterErrorRate(kind);
        return (
          <li key={kind.name} className="space-y-1 text-small">
            <div className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{nameOf(kind.name)}</span>
              <span className="shrink-0 tabular-nums">{percentInWords(rate)}</span>
            </div>
            <div aria-hidden className="h-2 overflow-hidden rounded-full bg-well">
              <div
                className="h-full rounded-full bg-accent"
                style={{ width: `${highest === 0 ? 0 : ((rate ?? 0) / highest) * 100}%` }}
              />
            </div>
            <p className="text-fine text-ink-soft">of {plural(kind.approvedPages, 'approved page')}</p>
          </li>
        );
      })}
      {kinds.length > shown.length ? (
        <li className="text-ink-soft text-small">
          {kinds.length - shown.length} more with fewer approved pages stand in the table.
        </li>
      ) : null}
    </ul>
  );
}
