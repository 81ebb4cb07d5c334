import { pageReadingSchema } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import type { MachineReading, PagePlace } from './extraction.ts';

const fields = {
  id: true,
  text: true,
  reading: true,
  completedAt: true,
  createdAt: true,
  job: { select: { languages: true } },
} as const;

type Row = {
  id: string;
  text: string | null;
  reading: unknown;
  completedAt: Date | null;
  createdAt: Date;
  job: { languages: string[] };
};

function toReading({ id, text, reading, completedAt, createdAt, job }: Row): MachineReading {
  const parsed = pageReadingSchema.safeParse(reading);
  return {
    jobPageId: id,
    text: text ?? '',
    reading: parsed.success ? parsed.data : null,
    languages: parsed.data?.languages ?? job.languages,
    readAt: completedAt ?? createdAt,
  };
}

/** What was read on pages whose workspace was checked, by job page. */
export async function findReadings(
  jobPageIds: readonly string[],
  tx: Tx = database(),
): Promise<Map<string, MachineReading>> {
  const rows = await tx.jobPage.findMany({ where: { id: { in: [...jobPageIds] } }, select: fields });
  return new Map(rows.map((row) => [row.id, toReading(row)]));
}

/** @throws when it is gone, which no extraction outlives. */
export async function getReading(jobPageId: string, tx: Tx = database()): Promise<MachineReading> {
  const reading = (await findReadings([jobPageId], tx)).get(jobPageId);
  if (!reading) throw new Error(`The reading ${jobPageId} is gone.`);
  return reading;
}

/** The page, held until the transaction ends: its first extraction is written once. */
export async function lockPlace(tx: Tx, documentId: string, pageNumber: number): Promise<PagePlace | null> {
  const [page] = await tx.$queryRaw<{ id: string; workspace_id: string }[]>`
    SELECT id, workspace_id FROM page
    WHERE document_id = ${documentId} AND number = ${pageNumber} FOR NO KEY UPDATE`;
  return page ? { workspaceId: page.workspace_id, documentId, pageId: page.id, pageNumber } : null;
}

/** Pages with text of which no extraction is known, each with its newest job page; of one document, or of all. */
export async function findUnrecorded(
  limit: number,
  documentId: string | null = null,
): Promise<{ documentId: string; pageNumber: number; jobPageId: string }[]> {
  return database().$queryRaw<{ documentId: string; pageNumber: number; jobPageId: string }[]>`
    SELECT DISTINCT ON (page.document_id, page.number)
      page.document_id AS "documentId", page.number AS "pageNumber", job_page.id AS "jobPageId"
    FROM page
    JOIN job ON job.document_id = page.document_id
    JOIN job_page ON job_page.job_id = job.id AND job_page.page_number = page.number
    WHERE job_page.text IS NOT NULL AND (${documentId}::text IS NULL OR page.document_id = ${documentId})
      AND NOT EXISTS (SELECT FROM extraction WHERE extraction.page_id = page.id)
    ORDER BY page.document_id, page.number, job.created_at DESC, job.id DESC
    LIMIT ${limit}`;
}
