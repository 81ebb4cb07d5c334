import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import { workspaceLexeme } from './match-sql-store.ts';

type PageSearchRow = {
  workspaceId: string;
  documentId: string;
  pageId: string;
  text: string;
  folded: string;
  config: string;
};

export async function upsertPageSearch(tx: Tx, row: PageSearchRow): Promise<void> {
  const { workspaceId, documentId, pageId, text, folded, config } = row;
  await tx.$executeRaw`
    INSERT INTO page_search (page_id, workspace_id, document_id, config, folded, vector)
    VALUES (
      ${pageId}, ${workspaceId}, ${documentId}, ${config}, ${folded},
      to_tsvector(${config}::text::regconfig, ${text}) || ${workspaceLexeme(workspaceId)}::tsvector
    )
    ON CONFLICT (page_id) DO UPDATE
    SET config = excluded.config, folded = excluded.folded, vector = excluded.vector`;
}

/** Null for a page that is not indexed (yet). */
export async function findPageConfig(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<string | null> {
  const row = await database().pageSearch.findFirst({
    where: { workspaceId: scope.workspaceId, documentId, page: { number: pageNumber } },
    select: { config: true },
  });
  return row?.config ?? null;
}
