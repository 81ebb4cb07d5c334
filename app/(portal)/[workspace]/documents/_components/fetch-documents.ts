import { z } from 'zod';
import { type DocumentSummary, documentProgressSchema, documentSummarySchema } from '#lib/contracts/index.ts';
import { type Answer, getJson } from '../../_components/get-json.ts';

const listSchema = z.object({
  documents: z.array(documentSummarySchema),
  nextCursor: z.string().nullable(),
});

export type DocumentsPart = z.infer<typeof listSchema>;

export function fetchDocuments(workspace: string, cursor?: string): Promise<Answer<DocumentsPart>> {
  const query = new URLSearchParams({ workspace, ...(cursor ? { cursor } : {}) });
  return getJson(`/api/documents?${query}`, listSchema);
}

/** At least the newest `count` documents, as they are now. */
export async function fetchNewest(workspace: string, count: number): Promise<Answer<DocumentsPart>> {
  const documents: DocumentSummary[] = [];
  let cursor: string | undefined;
  for (;;) {
    const part = await fetchDocuments(workspace, cursor);
    if (part.outcome !== 'ok') return part;
    documents.push(...part.data.documents);
    cursor = part.data.nextCursor ?? undefined;
    if (!cursor || documents.length >= count) {
      return { outcome: 'ok', data: { documents, nextCursor: cursor ?? null } };
    }
  }
}

/** One document without its pages. */
export async function fetchDocument(documentId: string): Promise<Answer<DocumentSummary>> {
  const answer = await getJson(`/api/documents/${documentId}/progress?pages=`, documentProgressSchema);
  return answer.outcome === 'ok' ? { outcome: 'ok', data: answer.data.document } : answer;
}
