import { Download } from 'lucide-react';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { Figure } from '#app/_ui/figures/figure.tsx';
import { RangeLinks } from '#app/_ui/figures/range-links.tsx';
import { TimeChart } from '#app/_ui/figures/time-chart.tsx';
import { plural, sizeInWords } from '#app/_ui/words.ts';
import type { UsageReport } from '#lib/usage/index.ts';
import { QuotaMeter } from './quota-meter.tsx';
import { periodsTable, subjectsTable } from './usage-tables.ts';

/** What the workspace had read, when and for whom, and what it keeps. */
export function UsageView({ workspace, report }: { workspace: string; report: UsageReport }) {
  const { range, step, total, subjects, storage, quota } = report;
  const isUnused = total.pages + total.failedPages === 0;
  const empty = isUnused ? 'Appears when a page is read.' : null;
  const periods = periodsTable(report);
  const each = step === 'day' ? 'day' : 'month';
  return (
    <div className="space-y-4">
      <div>
        <h1 className="text-title">Usage</h1>
        <p className="mt-1 text-ink-soft">
          Pages that were read for the people and programs of this workspace. They stay counted when documents
          are deleted.
        </p>
      </div>
      {quota ? <QuotaMeter quota={quota} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <RangeLinks path={`/${workspace}/settings/usage`} current={range} />
        <a
          href={`/api/usage?workspace=${workspace}&range=${range}`}
          download
          className={buttonStyle({ size: 'small' })}
        >
          <Download aria-hidden className="size-4" />
          All figures as CSV
        </a>
      </div>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Tile name="Pages read" value={total.pages.toLocaleString('en')} />
        <Tile name="Pages failed" value={total.failedPages.toLocaleString('en')} />
        <Tile name="People and programs" value={subjects.length.toLocaleString('en')} />
        <Tile name="Kept now" value={sizeInWords(storage.totalBytes)} />
      </dl>
      <Figure
        title={`Pages per ${each}`}
        note={`${plural(total.pages, 'page')} read, ${total.failedPages.toLocaleString('en')} failed.`}
        table={periods}
        fileName={`pages-per-${each}`}
        empty={empty}
        chart={<TimeChart title={`Pages per ${each}`} table={periods} series={[1, 2]} kind="bars" />}
      />
      <Figure
        title="By person and token"
        note="A page counts for whoever had it read: who began the reading, or the token that a program used."
        table={subjectsTable(report)}
        fileName="pages-by-person-and-token"
        empty={empty}
      />
      <section className="rounded-large border border-line bg-sheet p-4 shadow-sheet">
        <h2 className="text-large">Storage</h2>
        <dl className="mt-2 grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 text-small">
          <Line name="Originals of documents, the trash included" value={storage.documentBytes} />
          <Line name="Files of exports" value={storage.exportBytes} />
          <Line name="Files sent to the API" value={storage.apiFileBytes} />
        </dl>
        <p className="mt-3 text-ink-soft text-small">
          A file that is there several times is kept once. Pictures of pages are not counted.
        </p>
      </section>
      <p className="text-ink-soft text-small">
        Days begin at midnight UTC. Pages that were canceled are not counted; a page that is read again counts
        again.
      </p>
    </div>
  );
}

function Tile({ name, value }: { name: string; value: string }) {
  return (
    <div className="rounded-large border border-line bg-sheet p-4 shadow-sheet">
      <dt className="text-ink-soft text-small">{name}</dt>
      <dd className="mt-1 font-serif text-title tabular-nums">{value}</dd>
    </div>
  );
}

function Line({ name, value }: { name: string; value: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="text-right tabular-nums">{sizeInWords(value)}</dd>
    </>
  );
}
