import type { Scope } from '#lib/access/index.ts';
import { type ExportFormat, exportFormatFacts } from '#lib/contracts/index.ts';
import { getDocument, recordOnDocuments } from '#lib/documents/index.ts';
import {
  type Clock,
  Conflict,
  InvalidInput,
  inTransaction,
  LimitReached,
  systemClock,
} from '#lib/platform/index.ts';
import { documentFiles } from './document-files.ts';
import { pageNumbers } from './document-pages.ts';

/** What answers within a request; more is written by a worker. */
export const MAX_PAGES_AT_ONCE = 100;

export type OpenedExport = { name: string; contentType: string; bytes: AsyncIterable<Uint8Array> };

/**
 * A document, or pages of it, in one format, as it reads now; its bytes are made as they are read.
 * @throws NotFound; Conflict before the document was opened; LimitReached for more than 100 pages; InvalidInput for
 * what only a worker can write: PDFs, and several pages of PAGE XML.
 */
export async function exportDocument(
  scope: Scope,
  documentId: string,
  { format, pages }: { format: ExportFormat; pages?: readonly number[] | undefined },
  clock: Clock = systemClock,
): Promise<OpenedExport> {
  const document = await getDocument(scope, documentId);
  if (document.state !== 'ready')
    throw new Conflict('This document cannot be exported: it has not been opened.');
  const part = { document, pages };
  const numbers = pageNumbers(part);
  if (format === 'pdf' || (format === 'page' && numbers.length > 1))
    throw new InvalidInput('This file takes a moment to be written: start an export of it.');
  if (numbers.length > MAX_PAGES_AT_ONCE)
    throw new LimitReached(
      `At most ${MAX_PAGES_AT_ONCE} pages are written at once: start an export of them.`,
    );
  const [file] = await documentFiles(scope, part, format, clock.now());
  if (!file) throw new InvalidInput('There is nothing to export.');
  const details = { format, pages: numbers.length };
  await inTransaction((tx) => recordOnDocuments(tx, scope, [documentId], 'document.downloaded', details));
  return { name: file.name, contentType: exportFormatFacts[format].contentType, bytes: file.content };
}
