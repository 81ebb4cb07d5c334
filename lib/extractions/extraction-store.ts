import { z } from 'zod';
import type { Scope } from '#lib/access/index.ts';
import { type ExtractionLine, extractionLineSchema, type ReviewState } from '#lib/contracts/index.ts';
import { database, noJson, type Tx } from '#lib/platform/database.ts';
import type { PageExtraction, PagePlace } from './extraction.ts';

const fields = {
  workspaceId: true,
  documentId: true,
  pageId: true,
  pageNumber: true,
  jobPageId: true,
  newerJobPageId: true,
  revision: true,
  lines: true,
  text: true,
  state: true,
  reviewedBy: { select: { name: true } },
  reviewedAt: true,
} as const;

const linesSchema = z.array(extractionLineSchema).nullable();

type Row = Omit<PageExtraction, 'lines' | 'reviewedBy'> & {
  lines: unknown;
  reviewedBy: { name: string } | null;
};

function toExtraction({ lines, reviewedBy, ...row }: Row): PageExtraction {
  return { ...row, lines: linesSchema.parse(lines), reviewedBy: reviewedBy?.name ?? null };
}

export async function findExtraction(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<PageExtraction | null> {
  const row = await database().extraction.findFirst({
    where: { workspaceId: scope.workspaceId, documentId, pageNumber },
    select: fields,
  });
  return row && toExtraction(row);
}

/** In page order; all pages that were read, or those of these numbers. */
export async function findExtractions(
  scope: Scope,
  documentId: string,
  pageNumbers: readonly number[],
): Promise<PageExtraction[]> {
  const rows = await database().extraction.findMany({
    where: { workspaceId: scope.workspaceId, documentId, pageNumber: { in: [...pageNumbers] } },
    orderBy: { pageNumber: 'asc' },
    select: fields,
  });
  return rows.map(toExtraction);
}

/** What the pages say, in page order; pages that were never read are absent. */
export function findTexts(scope: Scope, documentId: string, pageNumber?: number) {
  return database().extraction.findMany({
    where: {
      workspaceId: scope.workspaceId,
      documentId,
      ...(pageNumber !== undefined && { pageNumber }),
    },
    orderBy: { pageNumber: 'asc' },
    select: { pageNumber: true, text: true },
  });
}

/** When what the pages say last changed: of all pages that were read, or of those of these numbers. */
export function findChanges(scope: Scope, documentId: string, pageNumbers?: readonly number[]) {
  return database().extraction.findMany({
    where: {
      workspaceId: scope.workspaceId,
      documentId,
      ...(pageNumbers && { pageNumber: { in: [...pageNumbers] } }),
    },
    select: { pageNumber: true, changedAt: true },
  });
}

/** Figures of all pages that were read, in page order. */
export function findOverview(scope: Scope, documentId: string) {
  return database().extraction.findMany({
    where: { workspaceId: scope.workspaceId, documentId },
    orderBy: { pageNumber: 'asc' },
    select: {
      pageNumber: true,
      state: true,
      doubtfulCount: true,
      wordCount: true,
      confidence: true,
      revision: true,
    },
  });
}

/** Whoever writes holds the row first: two saves of one page come one after the other. */
export async function lockExtraction(
  tx: Tx,
  { documentId, pageNumber }: Pick<PagePlace, 'documentId' | 'pageNumber'>,
): Promise<PageExtraction | null> {
  const where = { documentId, pageNumber };
  await tx.$queryRaw`
    SELECT page_id FROM extraction WHERE document_id = ${documentId} AND page_number = ${pageNumber} FOR UPDATE`;
  const row = await tx.extraction.findUnique({ where: { documentId_pageNumber: where }, select: fields });
  return row && toExtraction(row);
}

/** All pages that were read, in order, held until the transaction ends. */
export async function lockExtractions(tx: Tx, scope: Scope, documentId: string): Promise<PageExtraction[]> {
  const { workspaceId } = scope;
  await tx.$queryRaw`
    SELECT page_id FROM extraction
    WHERE document_id = ${documentId} AND workspace_id = ${workspaceId} ORDER BY page_number FOR UPDATE`;
  const rows = await tx.extraction.findMany({
    where: { workspaceId, documentId },
    orderBy: { pageNumber: 'asc' },
    select: fields,
  });
  return rows.map(toExtraction);
}

/** All of a row that follows from what the page says. */
export type ExtractionContent = {
  jobPageId: string;
  newerJobPageId: string | null;
  revision: number;
  lines: ExtractionLine[] | null;
  text: string;
  wordCount: number;
  confidence: number | null;
  doubtfulCount: number;
  state: ReviewState;
  readAt: Date;
  changedAt: Date;
};

const noReview = {
  reviewedById: null,
  reviewedAt: null,
  characterErrors: null,
  characterCount: null,
  wordErrors: null,
} as const;

export async function upsertExtraction(
  tx: Tx,
  place: PagePlace,
  { lines, ...content }: ExtractionContent,
): Promise<void> {
  const { pageId, workspaceId, documentId, pageNumber } = place;
  const data = { ...content, ...noReview, lines: lines ?? noJson };
  await tx.extraction.upsert({
    where: { pageId },
    create: { pageId, workspaceId, documentId, pageNumber, ...data },
    update: data,
  });
}

export async function setNewerReading(tx: Tx, pageId: string, jobPageId: string | null): Promise<void> {
  await tx.extraction.update({ where: { pageId }, data: { newerJobPageId: jobPageId } });
}

/** Who decided what; null where nobody did. */
export type Decision = { state: ReviewState; reviewedById: string | null; reviewedAt: Date | null };

/** What the machine had read wrong on a page, when it was approved. */
export type PageErrors = {
  pageId: string;
  characterErrors: number | null;
  characterCount: number | null;
  wordErrors: number | null;
};

/** One decision on many pages, in one statement. */
export async function setDecision(
  tx: Tx,
  { state, reviewedById, reviewedAt }: Decision,
  pages: readonly PageErrors[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE extraction SET
      state = ${state}::review_state, reviewed_by_id = ${reviewedById}, reviewed_at = ${reviewedAt},
      character_errors = errors.characters, character_count = errors.count, word_errors = errors.words
    FROM unnest(
      ${pages.map(({ pageId }) => pageId)}::text[], ${pages.map((page) => page.characterErrors)}::int[],
      ${pages.map((page) => page.characterCount)}::int[], ${pages.map((page) => page.wordErrors)}::int[]
    ) AS errors (page_id, characters, count, words)
    WHERE extraction.page_id = errors.page_id`;
}
