import type { Column, FigureTable } from '#app/_ui/figures/figure-table.ts';
import type { InsightPeriod, Insights } from '#lib/contracts/index.ts';
import { characterErrorRate, stepNames, wordErrorRate } from './insight-words.ts';

type Row = FigureTable['rows'][number];

function overTime(
  { step, periods }: Insights,
  columns: readonly Column[],
  cells: (period: InsightPeriod) => Row,
): FigureTable {
  const time: Column = { label: stepNames[step].column, format: step === 'month' ? 'month' : 'day' };
  return { columns: [time, ...columns], rows: periods.map((period) => [period.from, ...cells(period)]) };
}

export function confidenceTable(insights: Insights): FigureTable {
  const columns: Column[] = [
    { label: 'Mean confidence', format: 'percent' },
    { label: 'Pages', format: 'count' },
  ];
  return overTime(insights, columns, ({ confidence, confidentPages }) => [confidence, confidentPages]);
}

export function pagesTable(insights: Insights): FigureTable {
  const columns: Column[] = [
    { label: 'Pages read', format: 'count' },
    { label: 'Pages approved', format: 'count' },
  ];
  return overTime(insights, columns, ({ readPages, approvedPages }) => [readPages, approvedPages]);
}

export function correctionsTable(insights: Insights): FigureTable {
  const columns: Column[] = [
    { label: 'Corrections per corrected page', format: 'decimal' },
    { label: 'Corrections', format: 'count' },
    { label: 'Corrected pages', format: 'count' },
  ];
  return overTime(insights, columns, ({ corrections, correctedPages }) => [
    correctedPages === 0 ? null : corrections / correctedPages,
    corrections,
    correctedPages,
  ]);
}

const accuracyColumns: Column[] = [
  { label: 'Characters wrong', format: 'percent' },
  { label: 'Words wrong', format: 'percent' },
  { label: 'Approved pages', format: 'count' },
];

export function accuracyTable(insights: Insights): FigureTable {
  return overTime(insights, accuracyColumns, (period) => [
    characterErrorRate(period),
    wordErrorRate(period),
    period.approvedPages,
  ]);
}

/** Accuracy of approved pages by kind, under the names that people know. */
export function kindsTable(
  kinds: Insights['tags'],
  label: string,
  nameOf: (name: string) => string,
): FigureTable {
  return {
    columns: [{ label, format: 'text' }, ...accuracyColumns],
    rows: kinds.map((kind) => [
      nameOf(kind.name),
      characterErrorRate(kind),
      wordErrorRate(kind),
      kind.approvedPages,
    ]),
  };
}

export function wordsTable({ correctedWords: { words } }: Insights): FigureTable {
  return {
    columns: [
      { label: 'Read', format: 'text' },
      { label: 'Corrected to', format: 'text' },
      { label: 'Times', format: 'count' },
    ],
    rows: words.map(({ before, after, count }) => [before, after, count]),
  };
}
