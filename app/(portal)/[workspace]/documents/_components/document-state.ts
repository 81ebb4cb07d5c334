import {
  Ban,
  CircleCheck,
  CircleDashed,
  Clock,
  FileX,
  LoaderCircle,
  Lock,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { Tone } from '#app/_ui/badge.tsx';
import { plural } from '#app/_ui/words.ts';
import type { DocumentSummary, JobSummary } from '#lib/contracts/index.ts';

export type DocumentStateView = { icon: LucideIcon; tone: Tone; label: string; spin?: boolean };

/** The file could not be opened, or none of its pages could be read. */
const unread: DocumentStateView = { icon: FileX, tone: 'bad', label: 'Could not be read' };

/** What a document's state looks like and is called. */
export function stateOfDocument({
  state,
  locked,
  job,
}: Pick<DocumentSummary, 'state' | 'locked' | 'job'>): DocumentStateView {
  if (state === 'inspecting') return { icon: LoaderCircle, tone: 'busy', label: 'Opening', spin: true };
  if (locked) return { icon: Lock, tone: 'warn', label: 'Locked' };
  if (state === 'unreadable') return unread;
  if (!job) return { icon: CircleDashed, tone: 'plain', label: 'Not read yet' };
  return stateOfJob(job);
}

function stateOfJob({ status, pages }: JobSummary): DocumentStateView {
  const all = plural(pages.total, 'page');
  if (status === 'queued') return { icon: Clock, tone: 'busy', label: 'Waiting' };
  if (status === 'running') {
    return { icon: LoaderCircle, tone: 'busy', label: `${pagesDone(pages)} of ${all}`, spin: true };
  }
  if (status === 'succeeded') return { icon: CircleCheck, tone: 'good', label: 'Read' };
  if (status === 'partially_failed') {
    return { icon: TriangleAlert, tone: 'warn', label: `${pages.failed} of ${all} failed` };
  }
  if (status === 'failed') return unread;
  return { icon: Ban, tone: 'plain', label: `Canceled at ${pagesDone(pages)} of ${all}` };
}

/** Pages that reading has finished with, well or badly. */
export function pagesDone(pages: JobSummary['pages']): number {
  return pages.succeeded + pages.failed;
}

/** How much of the job is done, between 0 and 1; undefined while its pages are not known. */
export function fractionDone({ pages }: JobSummary): number | undefined {
  if (pages.total === 0) return undefined;
  return (pagesDone(pages) + pages.partlyRead) / pages.total;
}

export function isUnderWay(job: JobSummary | null): boolean {
  return job?.status === 'queued' || job?.status === 'running';
}
