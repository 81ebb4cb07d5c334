import type { FigureTable } from '#app/_ui/figures/figure-table.ts';
import type { UsageReport, UsageSubject } from '#lib/usage/index.ts';

export function periodsTable({ step, periods }: UsageReport): FigureTable {
  return {
    columns: [
      step === 'day' ? { label: 'Day', format: 'day' } : { label: 'Month', format: 'month' },
      { label: 'Pages read', format: 'count' },
      { label: 'Pages failed', format: 'count' },
    ],
    rows: periods.map(({ from, pages, failedPages }) => [from, pages, failedPages]),
  };
}

export function subjectsTable({ subjects }: UsageReport): FigureTable {
  return {
    columns: [
      { label: 'Who', format: 'text' },
      { label: 'Kind', format: 'text' },
      { label: 'Pages read', format: 'count' },
      { label: 'Pages failed', format: 'count' },
    ],
    rows: subjects.map((subject) => [
      nameOf(subject),
      subject.kind === 'user' ? 'Person' : 'API token',
      subject.pages,
      subject.failedPages,
    ]),
  };
}

function nameOf({ name, kind }: UsageSubject): string {
  return name ?? (kind === 'user' ? 'Somebody who is gone' : 'A token that is gone');
}
