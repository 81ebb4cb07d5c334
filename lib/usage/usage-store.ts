import { personOf, type Scope } from '#lib/access/index.ts';
import { type Sql, sql, type Tx } from '#lib/platform/database.ts';

type Counted = { now: Date; pages?: number; failedPages?: number };

export function addForJob(tx: Tx, jobId: string, counted: Counted): Promise<void> {
  return add(
    tx,
    counted,
    sql`job.workspace_id, (CASE WHEN job.api_token_id IS NULL THEN 'user' ELSE 'token' END)::usage_subject_kind,
      coalesce(job.api_token_id, job.created_by_id, '') FROM job WHERE job.id = ${jobId}`,
  );
}

/** Adds nothing for a prediction that no token of a person or program has made. */
export function addForPrediction(tx: Tx, predictionId: string, counted: Counted): Promise<void> {
  return add(
    tx,
    counted,
    sql`prediction.workspace_id, 'token'::usage_subject_kind, api_token.id
      FROM prediction JOIN api_token ON api_token.id = prediction.api_token_id AND api_token.kind = 'personal'
      WHERE prediction.id = ${predictionId}`,
  );
}

/** For whoever asks. Our own background work has no name and counts for nobody. */
export function addForActor(tx: Tx, { actor, workspaceId }: Scope, counted: Counted): Promise<void> {
  const kind = actor.kind === 'token' ? 'token' : 'user';
  const id = actor.kind === 'token' ? actor.tokenId : (personOf(actor) ?? '');
  return add(tx, counted, sql`${workspaceId}, ${kind}::usage_subject_kind, ${id}`);
}

/** `subject`: workspace, kind and id of whom it counts for. Days are those of UTC. */
async function add(tx: Tx, { now, pages = 0, failedPages = 0 }: Counted, subject: Sql): Promise<void> {
  if (pages === 0 && failedPages === 0) return;
  const day = now.toISOString().slice(0, 10);
  await tx.$executeRaw(sql`
    INSERT INTO usage_day (day, pages, failed_pages, workspace_id, subject_kind, subject_id)
    SELECT ${day}::date, ${pages}::int, ${failedPages}::int, ${subject}
    ON CONFLICT (workspace_id, day, subject_kind, subject_id) DO UPDATE SET
      pages = usage_day.pages + excluded.pages, failed_pages = usage_day.failed_pages + excluded.failed_pages`);
}
