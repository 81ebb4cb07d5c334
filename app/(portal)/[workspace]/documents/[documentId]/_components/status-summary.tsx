'use client';

import { Badge } from '#app/_ui/badge.tsx';
import { useNow } from '#app/_ui/clock.tsx';
import { ProgressBar } from '#app/_ui/progress-bar.tsx';
import { durationInWords, plural } from '#app/_ui/words.ts';
import {
  AUTO_LANGUAGE,
  type DocumentSummary,
  type JobSummary,
  languagesInWords,
} from '#lib/contracts/index.ts';
import { DEFAULT_LANGUAGE } from '../../../_components/uploads/language-choice.ts';
import { fractionDone, isUnderWay, pagesDone, stateOfDocument } from '../../_components/document-state.ts';
import { keepsEarlierText } from '../../_components/document-text.ts';
import { useSlowly } from './use-slowly.ts';

const ANNOUNCE_EVERY_MS = 5_000;

/** A dot between each fact and the next. */
const facts =
  "flex min-h-6 flex-wrap items-center text-small [&>*+*]:before:mx-1.5 [&>*+*]:before:text-ink-soft [&>*+*]:before:content-['·']";

/** How far reading is: in words, as a bar, and now and then aloud. */
export function StatusSummary({ document }: { document: DocumentSummary }) {
  const { job } = document;
  const state = stateOfDocument(document);
  const isReadable = document.state !== 'unreadable';
  const isKept = keepsEarlierText(document);
  const spoken = useSlowly(
    isKept ? `${state.label}; the earlier text is kept` : state.label,
    ANNOUNCE_EVERY_MS,
  );
  return (
    <div className="relative min-w-0">
      <p className={facts}>
        <Badge {...state} />
        {job && isUnderWay(job) && job.pages.failed > 0 ? (
          <span className="text-bad">{job.pages.failed} failed</span>
        ) : null}
        {isKept ? <span className="text-ink-soft">The earlier text is kept.</span> : null}
        {job && isReadable ? <TimeTaken job={job} /> : null}
        {job && isReadable ? <span className="text-ink-soft">{readAs(job)}</span> : null}
      </p>
      {/* Beside the flow, so that nothing moves when the last page is read. */}
      {isReadable && job && isUnderWay(job) ? (
        <div className="absolute inset-x-0 top-full mt-1 sm:max-w-80">
          <ProgressBar
            label="Pages read"
            fraction={fractionDone(job)}
            valueText={`${pagesDone(job.pages)} of ${plural(job.pages.total, 'page')}`}
          />
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </div>
  );
}

function readAs({ languages, status }: JobSummary): string {
  if (languages.includes(AUTO_LANGUAGE)) return 'Language found on each page';
  return `${status === 'failed' ? 'Tried' : 'Read'} as ${languagesInWords(languages.length > 0 ? languages : [DEFAULT_LANGUAGE])}`;
}

function TimeTaken({ job }: { job: JobSummary }) {
  const now = useNow(1_000);
  const begun = Date.parse(job.createdAt);
  const ended = job.completedAt ? Date.parse(job.completedAt) : null;
  return (
    <span className="text-ink-soft tabular-nums">
      {ended === null ? 'running for ' : 'took '}
      {durationInWords((ended ?? now) - begun)}
    </span>
  );
}
