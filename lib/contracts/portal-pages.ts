import { z } from 'zod';
import { jobPageStatusSchema } from './documents.ts';
import { exportFormatSchema, pageRangeSchema } from './exports.ts';
import {
  extractionLineSchema,
  reviewStateSchema,
  revisionKindSchema,
  saveConflictSchema,
  saveSchema,
} from './extraction.ts';
import { importAnswerSchema, importPreviewSchema, MAX_IMPORT_BYTES } from './imports.ts';
import { takesNothing } from './operation.ts';
import { lineSchema } from './page-reading.ts';
import { ofDocument } from './portal-documents.ts';
import { wholeListSchema } from './portal-list.ts';
import { portalProblemSchema } from './portal-problem.ts';
import { regionRequestSchema } from './region.ts';

const pageNumberSchema = z.coerce.number().int().min(1).max(999_999);
export const ofPage = ofDocument.extend({ page: pageNumberSchema });
const ofRevision = ofPage.extend({ number: z.coerce.number().int().min(0).max(999_999_999) });
const saveIdSchema = saveSchema.shape.saveId;

export const portalPageSchema = z
  .object({
    number: z.number().int(),
    /** In the newest job. */
    status: jobPageStatusSchema,
    attempt: z.number().int(),
    percent: z.number().nullable(),
    error: z.string().nullable(),
    /** When what it says was last read or corrected; null until it is read. */
    changed_at: z.iso.datetime().nullable(),
    /** Pixels of an image, points of a PDF. */
    width: z.number(),
    height: z.number(),
    has_picture: z.boolean(),
    /** Null until it is read. */
    review: z
      .object({
        state: reviewStateSchema,
        /** 0: as the machine read it. */
        revision: z.number().int(),
        word_count: z.number().int(),
        /** Words of low confidence that nobody has confirmed or corrected. */
        doubtful_count: z.number().int(),
        /** Mean of the words, 0 to 1. */
        confidence: z.number().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Page' });

/** What a page says now: what the machine read, with what people corrected. */
export const portalExtractionSchema = z
  .object({
    document_id: z.string(),
    page: z.number().int(),
    /** Pixels of the upright page, in which the boxes are; null when the service gave text alone. */
    size: z.object({ width: z.number(), height: z.number() }).nullable(),
    /** Degrees, clockwise, by which the picture is to be turned to stand upright. */
    turned: z.literal([0, 90, 180, 270]),
    revision: z.number().int(),
    lines: z.array(extractionLineSchema),
    state: reviewStateSchema,
    reviewed_by: z.string().nullable(),
    reviewed_at: z.iso.datetime().nullable(),
    /** A later reading waits to be taken or left. */
    has_newer_reading: z.boolean(),
  })
  .meta({ id: 'Extraction' });

export const portalRevisionSchema = z
  .object({
    number: z.number().int(),
    kind: revisionKindSchema,
    /** Name of the person; null for programs and those who left. */
    author: z.string().nullable(),
    /** Name of the API token that saved it; null when a person did. */
    api_token: z.string().nullable(),
    created_at: z.iso.datetime(),
    changes: z.array(
      z.object({ line: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Revision' });

/** The 409 of a save: nothing of it was stored. */
export const saveConflictProblemSchema = portalProblemSchema
  .extend({ conflicts: z.array(saveConflictSchema), extraction: portalExtractionSchema })
  .meta({ id: 'SaveConflict' });

const importSchema = z.strictObject({
  text: z.string().max(MAX_IMPORT_BYTES).describe('The file.'),
  page: z.int().min(1).optional().describe('For that page alone.'),
});

const sampleText =
  '<div class="ocr_page" title="bbox 0 0 400 600"><span class="ocr_line" title="bbox 10 10 200 40"><span class="ocrx_word" title="bbox 10 10 90 40">Invoice</span></span></div>';

const pages = { tag: 'pages', ...takesNothing } as const;

export const portalPageOperations = {
  listPages: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/pages',
    summary: 'List the pages of a document with how far reading and review are; none until it was opened.',
    permission: 'job:read',
    params: ofDocument,
    reply: wholeListSchema(portalPageSchema),
  },
  getDocumentText: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/text',
    summary: 'Get what all pages say as plain text; a form feed stands between pages.',
    permission: 'job:read',
    params: ofDocument,
    reply: z.string(),
  },
  writeDocument: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/export',
    summary: 'Get up to 100 pages in a format at once. PDFs take longer: create an export of them.',
    permission: 'job:read',
    params: ofDocument,
    query: z.object({
      format: exportFormatSchema.meta({ examples: ['md'] }),
      pages: pageRangeSchema.optional().describe('Such as `1,3-5`; all unless told.'),
    }),
    problems: { '409': 'The document was not opened.' },
    reply: z.file(),
  },
  getPage: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/pages/{page}',
    summary: 'Get what a page says: lines and words with their places, in pixels of the upright page.',
    permission: 'job:read',
    params: ofPage,
    reply: portalExtractionSchema,
  },
  getPageText: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/pages/{page}/text',
    summary: 'Get what a page says as text; null until it is read.',
    permission: 'job:read',
    params: ofPage,
    reply: z.object({ page: z.number().int(), text: z.string().nullable() }),
  },
  getPicture: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/pages/{page}/picture',
    summary:
      'Get the picture of a page as WebP. A large one is drawn when it is asked for: 202 without a body until then.',
    permission: 'document:read',
    params: ofPage,
    query: z.object({ size: z.enum(['small', 'usual', 'large']).default('usual') }),
    reply: z.file(),
  },
  listRevisions: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/pages/{page}/revisions',
    summary: 'List what was changed on a page, newest first.',
    permission: 'job:read',
    params: ofPage,
    reply: wholeListSchema(portalRevisionSchema),
  },
  correctPage: {
    ...pages,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/pages/{page}/revisions',
    summary:
      'Correct a page. What others saved since `base` is joined with it; where both changed one line nothing is stored, and 409 tells both texts in `conflicts` and the page in `extraction`. The same `save_id` counts once.',
    permission: 'review:write',
    params: ofPage,
    body: z.strictObject({
      save_id: saveIdSchema.describe('Of your choice: 8 to 40 small letters and digits.'),
      base: saveSchema.shape.base.describe('The `revision` on which the operations were made.'),
      operations: saveSchema.shape.operations.describe(
        'Steps in order, each an object with `op` and its fields: set (line, text), split (line, at, added), merge (line, with), add (after, added, text, box), remove (line), move (line, after), confirm (line, words), replace (lines).',
      ),
    }),
    example: { save_id: 'script0001', base: 0, operations: [{ op: 'set', line: 'r0', text: 'Invoice' }] },
    problems: { '409': 'Somebody else changed the same line, or the page never had this revision.' },
    reply: portalExtractionSchema,
  },
  getRevision: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/pages/{page}/revisions/{number}',
    summary: 'Get the lines of a page as they were at a revision; 0: as the machine read them.',
    permission: 'job:read',
    params: ofRevision,
    reply: z.object({ number: z.number().int(), lines: z.array(extractionLineSchema) }),
  },
  restoreRevision: {
    ...pages,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/pages/{page}/revisions/{number}/restore',
    summary: 'Make a page say again what it said at a revision, as a new revision.',
    permission: 'review:write',
    params: ofRevision,
    body: z.strictObject({ save_id: saveIdSchema }),
    example: { save_id: 'script0002' },
    reply: portalExtractionSchema,
  },
  getNewerReading: {
    ...pages,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/pages/{page}/newer-reading',
    summary: 'Get the lines of a later reading that waits to be taken or left; null when none does.',
    permission: 'job:read',
    params: ofPage,
    reply: z.object({ lines: z.array(extractionLineSchema).nullable() }),
  },
  settleNewerReading: {
    ...pages,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/pages/{page}/newer-reading',
    summary: 'Take the later reading in place of what the page says, or leave it.',
    permission: 'review:write',
    params: ofPage,
    body: z.strictObject({ take: z.boolean() }),
    example: { take: true },
    reply: portalExtractionSchema,
  },
  previewImport: {
    ...pages,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/import/preview',
    summary: 'Tell what a file of another program, hOCR or ALTO, would put into a document.',
    permission: 'review:write',
    params: ofDocument,
    body: importSchema,
    example: { text: sampleText, page: 1 },
    reply: importPreviewSchema,
  },
  importText: {
    ...pages,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/import',
    summary: 'Make pages say what a file of another program says, each as a new revision.',
    permission: 'review:write',
    params: ofDocument,
    body: importSchema.extend({ save_id: saveIdSchema }),
    example: { text: sampleText, page: 1, save_id: 'script0003' },
    reply: importAnswerSchema,
  },
  readRegion: {
    ...pages,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/pages/{page}/region',
    summary: 'Read a part of a page and wait for it, at most a minute; nothing is stored.',
    permission: 'review:write',
    limit: 'create',
    params: ofPage,
    body: regionRequestSchema,
    example: { box: [0, 0, 400, 100] },
    problems: {
      '409': 'The page can only be read whole.',
      '503': 'All readers are busy; try again in a moment.',
    },
    reply: z.object({ lines: z.array(lineSchema) }),
  },
} as const;

export type PortalPageWire = z.infer<typeof portalPageSchema>;
export type PortalExtractionWire = z.infer<typeof portalExtractionSchema>;
export type PortalRevisionWire = z.infer<typeof portalRevisionSchema>;
