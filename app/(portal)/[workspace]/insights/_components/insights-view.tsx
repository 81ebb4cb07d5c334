import { ChartLine } from 'lucide-react';
import Link from 'next/link';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { RangeLinks } from '#app/_ui/figures/range-links.tsx';
import type { Insights } from '#lib/contracts/index.ts';
import { AccuracyFigures } from './accuracy-figures.tsx';
import { SummaryTiles } from './summary-tiles.tsx';
import { WorkFigures } from './work-figures.tsx';

/** What reading costs a team: how sure the machine is, what it reads wrong, and the work of correcting it. */
export function InsightsView({ workspace, insights }: { workspace: string; insights: Insights }) {
  const { range, total } = insights;
  const hasFigures = total.readPages + total.approvedPages + total.corrections > 0;
  return (
    <div className="space-y-4">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-title">Insights</h1>
        <RangeLinks path={`/${workspace}/insights`} current={range} />
      </div>
      {hasFigures ? (
        <>
          <SummaryTiles total={total} />
          <div className="grid gap-4 lg:grid-cols-2">
            <WorkFigures insights={insights} />
            <AccuracyFigures insights={insights} />
          </div>
          <p className="text-ink-soft text-small">
            Documents in the trash are left out. Days begin at midnight UTC, weeks on Monday; the last period
            has not ended yet.
          </p>
        </>
      ) : (
        <NoFigures workspace={workspace} isAllTime={range === 'all'} />
      )}
    </div>
  );
}

function NoFigures({ workspace, isAllTime }: { workspace: string; isAllTime: boolean }) {
  return (
    <div className="rounded-large border border-line bg-sheet shadow-sheet">
      <EmptyState
        icon={ChartLine}
        title={isAllTime ? 'No figures yet' : 'No figures for this time'}
        actions={
          <Link
            href={isAllTime ? `/${workspace}/documents` : `/${workspace}/insights?range=all`}
            className={buttonStyle()}
          >
            {isAllTime ? 'Open the documents' : 'Show all time'}
          </Link>
        }
      >
        <p>
          Figures appear as soon as a page is read. Correct and approve pages to see what the machine reads
          wrong.
        </p>
      </EmptyState>
    </div>
  );
}
