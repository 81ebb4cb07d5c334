import { Figure } from '#app/_ui/figures/figure.tsx';
import { TimeChart } from '#app/_ui/figures/time-chart.tsx';
import { plural } from '#app/_ui/words.ts';
import type { Insights } from '#lib/contracts/index.ts';
import { stepNames } from './insight-words.ts';
import { confidenceTable, correctionsTable, pagesTable } from './period-tables.ts';

/** How sure the machine was, and what people did. */
export function WorkFigures({ insights }: { insights: Insights }) {
  const { total, step } = insights;
  const each = stepNames[step].each;
  const [confidence, pages, corrections] = [
    confidenceTable(insights),
    pagesTable(insights),
    correctionsTable(insights),
  ];
  return (
    <>
      <Figure
        title="Confidence"
        note={`Mean of the pages read in each ${each}, of ${plural(total.confidentPages, 'page')} in all.`}
        table={confidence}
        fileName="confidence"
        empty={
          total.confidentPages === 0
            ? 'Appears when pages are read by a service that says how sure it is of each word.'
            : null
        }
        chart={<TimeChart title="Confidence" table={confidence} series={[1]} kind="lines" isHigh />}
      />
      <Figure
        title={`Pages per ${each}`}
        note="Read: by the reading that the page shows now. Approved: when the approval that stands was given."
        table={pages}
        fileName="pages"
        empty={
          total.readPages + total.approvedPages === 0 ? 'Appears when pages are read or approved.' : null
        }
        chart={<TimeChart title={`Pages per ${each}`} table={pages} series={[1, 2]} kind="bars" />}
      />
      <Figure
        title="Corrections per page"
        note={`Saved edits on each page that was corrected: ${plural(total.corrections, 'correction')} on ${plural(total.correctedPages, 'page')} in all.`}
        table={corrections}
        fileName="corrections"
        empty={total.corrections === 0 ? 'Appears when somebody corrects a page.' : null}
        chart={<TimeChart title="Corrections per page" table={corrections} series={[1]} kind="bars" />}
      />
    </>
  );
}
