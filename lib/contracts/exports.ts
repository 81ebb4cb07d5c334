import { z } from 'zod';
import { idSchema } from './id.ts';

export const exportFormats = ['txt', 'md', 'json', 'hocr', 'alto', 'page', 'csv', 'docx', 'pdf'] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

type FormatFacts = {
  /** For people. */
  name: string;
  /** What it is good for; a phrase. */
  use: string;
  extension: string;
  contentType: string;
};

export const exportFormatFacts: Record<ExportFormat, FormatFacts> = {
  pdf: {
    name: 'Searchable PDF',
    use: 'the original with its text, to search and copy',
    extension: 'pdf',
    contentType: 'application/pdf',
  },
  docx: {
    name: 'Word document',
    use: 'headings, paragraphs, lists and tables, to edit',
    extension: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  txt: {
    name: 'Plain text',
    use: 'the text alone',
    extension: 'txt',
    contentType: 'text/plain; charset=utf-8',
  },
  md: {
    name: 'Markdown',
    use: 'text with headings, lists and tables',
    extension: 'md',
    contentType: 'text/markdown; charset=utf-8',
  },
  csv: {
    name: 'Words as CSV',
    use: 'each word with its place and confidence',
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
  },
  json: {
    name: 'JSON',
    use: 'all that is known, for programs',
    extension: 'json',
    contentType: 'application/json',
  },
  hocr: {
    name: 'hOCR',
    use: 'words with places, as XHTML',
    extension: 'hocr',
    contentType: 'application/xhtml+xml',
  },
  alto: {
    name: 'ALTO 4',
    use: 'words with places, for libraries',
    extension: 'alto.xml',
    contentType: 'application/xml',
  },
  page: {
    name: 'PAGE XML',
    use: 'regions, lines and words; one file for each page',
    extension: 'page.xml',
    contentType: 'application/xml',
  },
};

const MAX_DOCUMENTS = 1_000;
const MAX_PAGES = 2_000;

/** What an export holds: whole documents, or some pages of one. */
export const exportSelectionSchema = z
  .object({
    documentIds: z
      .array(idSchema)
      .min(1, 'Choose a document.')
      .max(MAX_DOCUMENTS, 'Choose at most 1,000 documents.'),
    pages: z.array(z.int().min(1)).min(1).max(MAX_PAGES).optional(),
  })
  .refine(({ documentIds, pages }) => !pages || documentIds.length === 1, 'Choose pages of one document.');
export type ExportSelection = z.infer<typeof exportSelectionSchema>;

export const startExportSchema = z.object({ format: exportFormatSchema, selection: exportSelectionSchema });

export const exportStateSchema = z.enum(['queued', 'running', 'ready', 'failed', 'expired']);

/** An export as the portal lists it. */
export const exportSummarySchema = z.object({
  id: z.string(),
  /** Name of the file. */
  name: z.string(),
  format: exportFormatSchema,
  state: exportStateSchema,
  documentCount: z.number(),
  /** Null: whole documents. */
  pageCount: z.number().nullable(),
  /** Documents; of a PDF of one document, its steps. */
  done: z.number(),
  total: z.number(),
  /** Bytes; null until it is ready. */
  size: z.number().nullable(),
  /** Why it failed, or what is missing in it; a sentence for people. */
  problem: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  /** Path of the file; null until it is ready, and when it has expired. */
  url: z.string().nullable(),
});
export type ExportSummary = z.infer<typeof exportSummarySchema>;
export const exportListSchema = z.object({ exports: z.array(exportSummarySchema) });

const RANGE = /^(\d{1,4})(?:-(\d{1,4}))?$/;

/** Page numbers as people write them, `1,3-5`, as a list in order. */
export const pageRangeSchema = z.string().transform((text, context) => {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [, first, last = first] = RANGE.exec(part.trim()) ?? [];
    if (first === undefined || Number(first) < 1 || Number(last) < Number(first)) {
      context.addIssue('Write page numbers with commas between them, such as 1,3-5.');
      return z.NEVER;
    }
    for (let number = Number(first); number <= Number(last); number++) numbers.add(number);
  }
  return [...numbers].sort((one, other) => one - other);
});
