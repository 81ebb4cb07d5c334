import type { Scope } from '#lib/access/index.ts';
import { csvHead, csvRow, csvText, type InsightRange } from '#lib/contracts/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { firstDay } from './usage-report.ts';
import { findSubjectDays } from './usage-report-store.ts';

/** The same figures as the report's, a row for each day and person or token, as CSV. Days are those of UTC. */
export async function usageCsv(
  scope: Scope,
  range: InsightRange,
  clock: Clock = systemClock,
): Promise<string> {
  const rows = await findSubjectDays(scope, firstDay(range, clock.now()));
  const head = csvHead(['day', 'kind', 'id', 'name', 'pages', 'failed_pages']);
  const body = rows.map(({ day, kind, id, name, pages, failedPages }) =>
    csvRow([day, kind === 'user' ? 'person' : 'token', id, csvText(name ?? ''), pages, failedPages]),
  );
  return head + body.join('');
}
