'use client';

import { Download } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from '#app/_ui/button.tsx';
import type { FigureTable } from './figure-table.ts';
import { figuresCsv } from './figures-csv.ts';
import { TableOfFigures } from './table-of-figures.tsx';

type Props = {
  title: string;
  /** What is counted, and of how many. */
  note: ReactNode;
  table: FigureTable;
  /** Name of the file, without its ending. */
  fileName: string;
  /** What makes figures appear; set while there are none. */
  empty: string | null;
  /** Shows the table; without it, the table stands open. */
  chart?: ReactNode;
};

/** A chart, the table of the same figures, and the way to take them along. */
export function Figure({ title, note, table, fileName, empty, chart }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-3 rounded-large border border-line bg-sheet p-4 shadow-sheet"
    >
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0 space-y-1">
          <h2 id={id} className="text-large">
            {title}
          </h2>
          {empty === null ? <p className="text-ink-soft text-small">{note}</p> : null}
        </div>
        {empty === null ? (
          <Button
            variant="quiet"
            size="small"
            className="-mt-1 -mr-2"
            aria-label={`Download “${title}” as CSV`}
            onClick={() => download(`${fileName}.csv`, figuresCsv(table))}
          >
            <Download aria-hidden className="size-4" />
            CSV
          </Button>
        ) : null}
      </div>
      {empty !== null ? (
        <p className="flex flex-1 items-center justify-center px-4 py-6 text-center text-ink-soft text-small">
          {empty}
        </p>
      ) : chart ? (
        <>
          {chart}
          <details className="mt-auto text-small">
            <summary className="flex min-h-11 w-fit cursor-pointer items-center rounded-small text-ink-soft hover:text-ink sm:min-h-8">
              <span className="underline underline-offset-4">Show as a table</span>
            </summary>
            <TableOfFigures label={title} table={table} />
          </details>
        </>
      ) : (
        <TableOfFigures label={title} table={table} />
      )}
    </section>
  );
}

function download(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
