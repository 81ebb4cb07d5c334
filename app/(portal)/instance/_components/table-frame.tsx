import type { ReactNode } from 'react';
import { classNames } from '#app/_ui/class-names.ts';

/** A table that scrolls on its own, also by keyboard, where it is wider than its place. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={`${label}: table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys.
      tabIndex={0}
      // Relative, so that words for screen readers alone scroll along instead of widening the page.
      className="relative max-h-[36rem] overflow-auto rounded-large border border-line bg-sheet shadow-sheet"
    >
      <table className="w-full border-collapse text-small max-sm:block">{children}</table>
    </section>
  );
}

/** The first column names the row; the others hold numbers. Phones have no room for columns, nor for their names. */
export function Head({ names }: { names: readonly string[] }) {
  return (
    <thead className="max-sm:sr-only">
      <tr className="border-edge border-b">
        {names.map((name, index) => (
          <th
            key={name}
            scope="col"
            className={classNames(
              'sticky top-0 bg-sheet px-4 py-2 align-bottom font-medium',
              index === 0 ? 'text-left' : 'text-right',
            )}
          >
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** On phones a block: its name, and its cells in two columns below. */
export function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <tr className="max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4 max-sm:gap-y-2 max-sm:px-4 max-sm:py-3">
      <th
        scope="row"
        className="text-left font-normal [overflow-wrap:anywhere] max-sm:col-span-2 sm:min-w-44 sm:px-4 sm:py-2"
      >
        {name}
      </th>
      {children}
    </tr>
  );
}

type CellProps = { column: string; children: ReactNode; isNumber?: boolean };

export function Cell({ column, children, isNumber = false }: CellProps) {
  return (
    <td className={classNames('sm:px-4 sm:py-2 sm:text-right', isNumber && 'whitespace-nowrap tabular-nums')}>
      <span aria-hidden className="block text-fine text-ink-soft sm:hidden">
        {column}
      </span>
      {children}
    </td>
  );
}
