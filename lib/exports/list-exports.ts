import type { Scope } from '#lib/access/index.ts';
import type { ExportSummary } from '#lib/contracts/index.ts';
import { type Clock, NotFound, systemClock } from '#lib/platform/index.ts';
import type { Export } from './export.ts';
import { findExport, findExports } from './export-store.ts';

const MOST_LISTED = 100;

/** The workspace's newest exports, at most 100. */
export async function listExports(scope: Scope, clock: Clock = systemClock): Promise<ExportSummary[]> {
  const exports = await findExports(scope, MOST_LISTED);
  return exports.map((one) => toSummary(one, clock.now()));
}

/** @throws NotFound */
export async function getExport(
  scope: Scope,
  exportId: string,
  clock: Clock = systemClock,
): Promise<ExportSummary> {
  const found = await findExport(scope, exportId);
  if (!found) throw new NotFound('There is no such export.');
  return toSummary(found, clock.now());
}

function toSummary(of: Export, now: Date): ExportSummary {
  const { id, name, format, selection, done, total, size, problem, createdBy } = of;
  const isOver =
    of.state === 'ready' && (of.sha256 === null || (of.expiresAt !== null && of.expiresAt < now));
  const state = isOver ? 'expired' : of.state;
  return {
    ...{ id, name, format, state, done, total, size, problem, createdBy },
    documentCount: selection.documentIds.length,
    pageCount: selection.pages?.length ?? null,
    createdAt: of.createdAt.toISOString(),
    expiresAt: of.expiresAt?.toISOString() ?? null,
    url: state === 'ready' ? `/api/exports/${id}/file` : null,
  };
}
