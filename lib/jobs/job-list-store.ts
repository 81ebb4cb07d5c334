import type { Scope } from '#lib/access/index.ts';
import type { JobStatus } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { beyond, inListOrder, type Position } from '#lib/platform/index.ts';
import type { Job } from './job-store.ts';

export type JobFilter = {
  documentId?: string | undefined;
  status?: JobStatus | undefined;
  /** Who began it. */
  personId?: string | undefined;
};

/** A job and the name of the person or token that began it; null when they are gone. */
export type ListedJob = Job & { createdBy: string | null };

const fields = {
  id: true,
  documentId: true,
  status: true,
  languages: true,
  createdAt: true,
  completedAt: true,
  createdBy: { select: { name: true } },
  apiToken: { select: { name: true } },
} as const;

type Row = Job & { createdBy: { name: string } | null; apiToken: { name: string } | null };

function toListed({ createdBy, apiToken, ...job }: Row): ListedJob {
  return { ...job, createdBy: createdBy?.name ?? apiToken?.name ?? null };
}

/** Jobs of documents that stand. */
function standing({ workspaceId }: Scope) {
  return { workspaceId, document: { deletedAt: null, trashedAt: null } };
}

/** At most `limit` jobs in list order, newest first. */
export async function findJobs(
  scope: Scope,
  { documentId, status, personId }: JobFilter,
  position: Position | null,
  limit: number,
): Promise<ListedJob[]> {
  const { where, orderBy } = beyond(position);
  const rows = await database().job.findMany({
    where: {
      ...standing(scope),
      ...where,
      ...(documentId !== undefined && { documentId }),
      ...(status !== undefined && { status }),
      ...(personId !== undefined && { createdById: personId }),
    },
    orderBy,
    take: limit,
    select: fields,
  });
  return inListOrder(rows.map(toListed), position);
}

export async function findJob(scope: Scope, id: string): Promise<ListedJob | null> {
  const row = await database().job.findFirst({ where: { id, ...standing(scope) }, select: fields });
  return row && toListed(row);
}
