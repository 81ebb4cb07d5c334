import type { PageReading } from '#lib/contracts/index.ts';
import { recordReading } from '#lib/extractions/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import type { TestUser } from './accounts.ts';
import { documentWithPages } from './documents.ts';
import { lineOf } from './lines.ts';

/** A reading of these lines; each word 0.9 sure, those with a `?` behind them 0.5 (it is not part of the word). */
export function readingOf(...texts: readonly string[]): PageReading {
  const lines = texts.map((text, row) => {
    const { box, words } = lineOf(text.replaceAll('?', '').split(' '), { row });
    const sure = text.split(' ').map((word) => (word.endsWith('?') ? 0.5 : 0.9));
    return {
      text: text.replaceAll('?', ''),
      confidence: 0.9,
      box: box ?? [0, 0, 0, 0],
      words: words.flatMap((word, index) =>
        word.box ? [{ text: word.text, confidence: sure[index] ?? 0.9, box: word.box }] : [],
      ),
    };
  });
  const text = lines.map((line) => line.text).join('\n');
  const blocks = [
    {
      type: 'paragraph' as const,
      box: [0, 0, 400, 600] as [number, number, number, number],
      lines: lines.map((_, index) => index),
    },
  ];
  return { text, width: 400, height: 600, turned: 0, angle: 0, languages: ['eng'], lines, blocks };
}

/** A document of which each page was read so; a text stands for a service that gives text alone. */
export async function readDocument(
  user: TestUser,
  pages: readonly (PageReading | string)[],
): Promise<string> {
  const documentId = await documentWithPages(user, pages.length);
  await readPages(documentId, pages);
  return documentId;
}

/** What the newest job reads on the pages, as if its predictions had just ended. */
export async function readPages(documentId: string, pages: readonly (PageReading | string)[]): Promise<void> {
  const job = await database().job.findFirstOrThrow({
    where: { documentId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const now = new Date();
  await inTransaction(async (tx) => {
    for (const [index, page] of pages.entries()) {
      const pageNumber = index + 1;
      const { id } = await tx.jobPage.update({
        where: { jobId_pageNumber: { jobId: job.id, pageNumber } },
        data: {
          status: 'succeeded',
          completedAt: now,
          ...(typeof page === 'string' ? { text: page } : { text: page.text, reading: page }),
        },
      });
      await recordReading(tx, { documentId, pageNumber, jobPageId: id }, now);
    }
    await tx.job.update({ where: { id: job.id }, data: { status: 'succeeded', completedAt: now } });
  });
}

/** Reads the pages once more, in a new job. */
export async function readAgain(documentId: string, pages: readonly (PageReading | string)[]): Promise<void> {
  const { workspaceId } = await database().document.findUniqueOrThrow({ where: { id: documentId } });
  const jobId = newId();
  const rows = pages.map((_, index) => ({
    id: newId(),
    workspaceId,
    pageNumber: index + 1,
    submissionId: newId(),
  }));
  await database().job.create({
    data: { id: jobId, workspaceId, documentId, pages: { createMany: { data: rows } } },
  });
  await readPages(documentId, pages);
}
