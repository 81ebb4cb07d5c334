import type { DigestRhythm } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import type { FinishedJob } from './digest-mail.ts';

export type DigestReader = {
  id: string;
  name: string;
  email: string;
  timeZone: string | null;
  digest: DigestRhythm;
  lastDigestAt: Date | null;
};

export function findDigestReaders(): Promise<DigestReader[]> {
  return database().user.findMany({
    where: { digest: { not: 'off' } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, email: true, timeZone: true, digest: true, lastDigestAt: true },
  });
}

/** Takes the digest over, so that only one process writes it. @returns whether it was still to be written. */
export async function claimDigest(
  tx: Tx,
  { id, lastDigestAt, digest }: Pick<DigestReader, 'id' | 'lastDigestAt' | 'digest'>,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id, lastDigestAt, digest },
    data: { lastDigestAt: now },
  });
  return count > 0;
}

/** What this person had read that ended after `from` and up to `until`, in workspaces they still belong to. */
export async function finishedJobs(
  tx: Tx,
  { userId, from, until, most }: { userId: string; from: Date; until: Date; most: number },
): Promise<{ jobs: FinishedJob[]; total: number }> {
  const where = {
    createdById: userId,
    completedAt: { gt: from, lte: until },
    status: {
      in: ['succeeded', 'partially_failed', 'failed'] as ('succeeded' | 'partially_failed' | 'failed')[],
    },
    document: { trashedAt: null },
    workspace: { deletedAt: null, memberships: { some: { userId } } },
  };
  const total = await tx.job.count({ where });
  const rows = await tx.job.findMany({
    where,
    orderBy: [{ workspaceId: 'asc' }, { completedAt: 'asc' }],
    take: most,
    select: {
      status: true,
      document: { select: { id: true, name: true } },
      workspace: { select: { slug: true, name: true } },
      pages: { select: { status: true } },
    },
  });
  const jobs = rows.flatMap(({ status, document, workspace, pages }) => {
    if (status !== 'succeeded' && status !== 'partially_failed' && status !== 'failed') return [];
    return {
      workspaceSlug: workspace.slug,
      workspaceName: workspace.name,
      documentId: document.id,
      documentName: document.name,
      status,
      pages: pages.length,
      failedPages: pages.filter((page) => page.status === 'failed').length,
    };
  });
  return { jobs, total };
}
