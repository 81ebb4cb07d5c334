import { classNames } from '#app/_ui/class-names.ts';
import { cellInWords, type FigureTable } from './figure-table.ts';

/** Scrolls on its own, also by keyboard, where it is wider or longer than its place. */
export function TableOfFigures({ label, table: { columns, rows } }: { label: string; table: FigureTable }) {
  return (
    <section
      aria-label={`${label}: table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys.
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-small"
    >
      <table className="w-full border-collapse text-small">
        <thead>
          <tr className="border-edge border-b">
            {columns.map(({ label: column, format }, index) => (
              <th
                key={column}
                scope="col"
                className={classNames('py-2 pr-3 align-bottom font-medium', alignment(index, format))}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.join('\n')}>
              {columns.map(({ label: column, format }, index) => (
                <td
                  key={column}
                  className={classNames('py-1.5 pr-3 [overflow-wrap:anywhere]', alignment(index, format))}
                >
                  {cellInWords(row[index] ?? null, format)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function alignment(index: number, format: string): string {
  return index === 0 || format === 'text' ? 'text-left' : 'text-right tabular-nums';
}
