import { database } from '#lib/platform/database.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { indexPage } from '#lib/search/index.ts';
import type { TestUser } from './accounts.ts';
import { documentWithPages } from './documents.ts';

const AT_ONCE = 100;

/** A document whose pages say this, read in these languages; returns its id. */
export async function documentSaying(
  user: TestUser,
  texts: readonly string[],
  languages: readonly string[] = [],
): Promise<string> {
  const documentId = await documentWithPages(user, texts.length);
  const pages = await database().page.findMany({ where: { documentId }, orderBy: { number: 'asc' } });
  const { id: jobPageId } = await database().jobPage.findFirstOrThrow({ where: { job: { documentId } } });
  const now = new Date();
  const textOf = (number: number) => texts[number - 1] ?? '';
  // Parts, so that no transaction of a busy machine comes to its time limit.
  for (let first = 0; first < pages.length; first += AT_ONCE) {
    const part = pages.slice(first, first + AT_ONCE);
    await inTransaction(async (tx) => {
      await tx.extraction.createMany({
        data: part.map(({ id: pageId, number: pageNumber, workspaceId }) => {
          const row = { pageId, workspaceId, documentId, jobPageId, pageNumber, text: textOf(pageNumber) };
          return { ...row, readAt: now, changedAt: now };
        }),
      });
      for (const { id: pageId, number, workspaceId } of part) {
        await indexPage(tx, { workspaceId, documentId, pageId, text: textOf(number), languages });
      }
    });
  }
  return documentId;
}
