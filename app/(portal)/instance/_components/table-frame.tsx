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
      <table className="w-full border-collapse text-small">{children}</table>
    </section>
  );
}

/** The first column names the row; the others hold numbers. */
export function Head({ names }: { names: readonly string[] }) {
  return (
    <thead>
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

export function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="min-w-44 px-4 py-2 text-left font-normal [overflow-wrap:anywhere]">
        {name}
      </th>
      {children}
    </tr>
  );
}

export function Cell({ children, isNumber = false }: { children: ReactNode; isNumber?: boolean }) {
  return (
    <td className={classNames('px-4 py-2 text-right', isNumber && 'whitespace-nowrap tabular-nums')}>
      {children}
    </td>
  );
}
