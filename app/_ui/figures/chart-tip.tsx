import { type Column, cellInWords } from './figure-table.ts';

/** All figures of the period under the pointer. */
export function ChartTip({
  columns: [time, ...columns],
  row: [first = null, ...cells],
}: {
  columns: readonly Column[];
  row: readonly (string | number | null)[];
}) {
  return (
    <div className="rounded-normal border border-edge bg-sheet p-3 text-small shadow-lift">
      <p className="font-medium">{cellInWords(first, time?.format ?? 'text')}</p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-4">
        {columns.map(({ label, format }, index) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="text-right tabular-nums">{cellInWords(cells[index] ?? null, format)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
