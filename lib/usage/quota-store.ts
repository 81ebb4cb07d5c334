import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

/** Null: any number of pages. */
export async function findMonthlyPages({ workspaceId }: Scope, tx: Tx = database()): Promise<number | null> {
  const [found] = await tx.$queryRaw<{ pages: number | null }[]>`
    SELECT monthly_page_quota AS pages FROM workspace WHERE id = ${workspaceId}`;
  return found?.pages ?? null;
}

/** Whether it counts by itself, as those do that the portal does not ask for, and its pages are not known yet. */
export async function awaitsDocumentPages(tx: Tx, predictionId: string): Promise<boolean> {
  const where = { id: predictionId, documentPages: null, apiToken: { kind: 'personal' as const } };
  return (await tx.prediction.count({ where })) > 0;
}

export async function setDocumentPages(tx: Tx, predictionId: string, documentPages: number): Promise<void> {
  await tx.prediction.updateMany({ where: { id: predictionId }, data: { documentPages } });
}

/** Held against others who ask for pages of the workspace, until the transaction ends. */
export async function lockQuota(tx: Tx, { workspaceId }: Scope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`quota ${workspaceId}`}, 0))`;
}

/**
 * One statement, so that a page that ends meanwhile is seen either under way or read; but those that a canceled document
 * has had read are counted a moment later, when its run stops.
 */
export async function countTaken(
  { workspaceId }: Scope,
  { from, to }: { from: Date; to: Date },
  tx: Tx = database(),
): Promise<{ readPages: number; pagesUnderWay: number }> {
  const [counted] = await tx.$queryRaw<{ readPages: number; pagesUnderWay: number }[]>`
    SELECT
      (SELECT coalesce(sum(pages), 0)::int FROM usage_day
        WHERE workspace_id = ${workspaceId} AND day >= ${from}::date AND day < ${to}::date) AS "readPages",
      (SELECT count(*)::int FROM job_page
        WHERE workspace_id = ${workspaceId} AND status IN ('queued', 'submitted', 'processing'))
      + (SELECT coalesce(sum(coalesce(prediction.document_pages, 1)), 0)::int
        FROM prediction
        JOIN api_token ON api_token.id = prediction.api_token_id AND api_token.kind = 'personal'
        WHERE prediction.workspace_id = ${workspaceId} AND prediction.status IN ('starting', 'processing'))
        AS "pagesUnderWay"`;
  return counted ?? { readPages: 0, pagesUnderWay: 0 };
}
