import { z } from 'zod';
import {
  type DocumentFilters,
  type DocumentSummary,
  documentFilterQuery,
  documentProgressSchema,
  documentSummarySchema,
} from '#lib/contracts/index.ts';
import { type Answer, getJson } from '../../_components/get-json.ts';

const listSchema = z.object({
  documents: z.array(documentSummarySchema),
  nextCursor: z.string().nullable(),
  /** Documents of the view, shown or not. */
  total: z.number(),
});

export type DocumentsPart = z.infer<typeof listSchema>;

export function fetchDocuments(
  workspace: string,
  filters: DocumentFilters,
  cursor?: string,
): Promise<Answer<DocumentsPart>> {
  const query = documentFilterQuery(filters);
  query.set('workspace', workspace);
  if (cursor) query.set('cursor', cursor);
  return getJson(`/api/documents?${query}`, listSchema);
}

/** At least the first `count` documents of the view, as they are now. */
export async function fetchFirst(
  workspace: string,
  filters: DocumentFilters,
  count: number,
): Promise<Answer<DocumentsPart>> {
  const documents: DocumentSummary[] = [];
  let cursor: string | undefined;
  for (;;) {
    const part = await fetchDocuments(workspace, filters, cursor);
    if (part.outcome !== 'ok') return part;
    documents.push(...part.data.documents);
    cursor = part.data.nextCursor ?? undefined;
    if (!cursor || documents.length >= count) {
      return { outcome: 'ok', data: { ...part.data, documents } };
    }
  }
}

/** One document without its pages. */
export async function fetchDocument(documentId: string): Promise<Answer<DocumentSummary>> {
  const answer = await getJson(`/api/documents/${documentId}/progress?pages=`, documentProgressSchema);
  return answer.outcome === 'ok' ? { outcome: 'ok', data: answer.data.document } : answer;
}

const idsSchema = z.object({ documentIds: z.array(z.string()) });

/** The ids of all documents of the view. */
export function fetchIds(
  workspace: string,
  filters: DocumentFilters,
): Promise<Answer<z.infer<typeof idsSchema>>> {
  const query = documentFilterQuery(filters);
  query.set('workspace', workspace);
  return getJson(`/api/documents/ids?${query}`, idsSchema);
}
