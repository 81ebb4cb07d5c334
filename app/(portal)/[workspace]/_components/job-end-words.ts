import { plural } from '#app/_ui/words.ts';
import type { DocumentProgress } from '#lib/contracts/index.ts';

/** How a job's end is told in one line; null for what the reader stopped by themselves, or what runs again. */
export function endInWords({
  document: { name, job },
}: Pick<DocumentProgress, 'document'>): { title: string; isGood: boolean } | null {
  if (!job) return null;
  const { status, pages } = job;
  if (status === 'succeeded')
    return { title: `“${name}” has been read: ${plural(pages.total, 'page')}.`, isGood: true };
  if (status === 'partially_failed') {
    const failed = `${plural(pages.failed, 'page')} of ${pages.total.toLocaleString('en')}`;
    return { title: `“${name}” has been read, but for ${failed}.`, isGood: false };
  }
  return status === 'failed' ? { title: `“${name}” could not be read.`, isGood: false } : null;
}
