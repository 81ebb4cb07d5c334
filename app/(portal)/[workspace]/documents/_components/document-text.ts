import type { DocumentSummary } from '#lib/contracts/index.ts';
import { isUnderWay } from './document-state.ts';

type Texts = Pick<DocumentSummary, 'job' | 'hasEarlierText'>;

/** Whether there is anything to copy or to download: of this reading or of an earlier one. */
export function hasText({ job, hasEarlierText }: Texts): boolean {
  return hasEarlierText || (job?.pages.succeeded ?? 0) > 0;
}

/** Whether reading ended, canceled or failed, before it had replaced all that an earlier one found. */
export function keepsEarlierText({ job, hasEarlierText }: Texts): boolean {
  return hasEarlierText && !isUnderWay(job);
}
