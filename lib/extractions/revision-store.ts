import { z } from 'zod';
import { type LineOperation, lineOperationSchema, type RevisionKind } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

/** One saved change of a page. */
export type Revision = {
  number: number;
  kind: RevisionKind;
  /** Name of the person; null when a program saved it. */
  author: string | null;
  /** Name of the API token that saved it. */
  apiToken: string | null;
  /** Reading that the lines stand on from here. */
  jobPageId: string;
  operations: LineOperation[];
  createdAt: Date;
};

const operationsSchema = z.array(lineOperationSchema);

/** Revisions of a page whose workspace was checked, oldest first, from one number up to another. */
export async function findRevisions(
  pageId: string,
  { after = 0, upTo }: { after?: number; upTo?: number } = {},
  tx: Tx = database(),
): Promise<Revision[]> {
  const rows = await tx.revision.findMany({
    where: { pageId, number: { gt: after, ...(upTo !== undefined && { lte: upTo }) } },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      kind: true,
      author: { select: { name: true } },
      apiToken: { select: { name: true } },
      jobPageId: true,
      operations: true,
      createdAt: true,
    },
  });
  return rows.map(({ author, apiToken, operations, ...row }) => ({
    ...row,
    author: author?.name ?? null,
    apiToken: apiToken?.name ?? null,
    operations: operationsSchema.parse(operations),
  }));
}

export async function hasSave(tx: Tx, pageId: string, saveId: string): Promise<boolean> {
  return (await tx.revision.count({ where: { pageId, saveId } })) > 0;
}

/** Whether the person saved an edit of the page since then. */
export async function hasSavedSince(tx: Tx, pageId: string, authorId: string, since: Date): Promise<boolean> {
  const where = { pageId, authorId, kind: 'edit' as const, createdAt: { gt: since } };
  return (await tx.revision.findFirst({ where, select: { id: true } })) !== null;
}

/** The newest revision after a number that is not this person's. */
export async function findOthersRevision(
  tx: Tx,
  pageId: string,
  { after, person }: { after: number; person: string | null },
): Promise<{ author: string | null; apiToken: string | null } | null> {
  const byOthers = person === null ? {} : { OR: [{ authorId: null }, { authorId: { not: person } }] };
  const row = await tx.revision.findFirst({
    where: { pageId, number: { gt: after }, ...byOthers },
    orderBy: { number: 'desc' },
    select: { author: { select: { name: true } }, apiToken: { select: { name: true } } },
  });
  return row && { author: row.author?.name ?? null, apiToken: row.apiToken?.name ?? null };
}

export async function insertRevision(
  tx: Tx,
  revision: Omit<Revision, 'author' | 'apiToken'> & {
    id: string;
    workspaceId: string;
    pageId: string;
    saveId: string;
    authorId: string | null;
    apiTokenId: string | null;
  },
): Promise<void> {
  await tx.revision.create({ data: revision });
}
