import { z } from 'zod';
import { documentStateSchema } from './documents.ts';
import { reviewStateSchema } from './extraction.ts';
import { languageChoiceSchema } from './forms.ts';
import { idSchema } from './id.ts';
import { documentFiltersSchema, tagSchema } from './library.ts';
import { takesNothing } from './operation.ts';
import { portalJobSchema } from './portal-jobs.ts';
import { cursorSchema, portalListSchema } from './portal-list.ts';

export const ofDocument = z.object({ document_id: idSchema });
const idsSchema = z.array(idSchema).min(1).max(1_000);
const tagIdsSchema = z.array(idSchema).max(50).optional();

export const portalDocumentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    content_type: z.string(),
    /** Bytes. */
    size: z.number().int(),
    state: documentStateSchema,
    /** Why nothing can be read from it; a sentence for people. */
    problem: z.string().nullable(),
    /** It waits for its password. */
    is_locked: z.boolean(),
    page_count: z.number().int().nullable(),
    created_at: z.iso.datetime(),
    /** Name of the person; null for programs and those who left. */
    created_by: z.string().nullable(),
    /** Name of the API token that brought it; null when a person did. */
    api_token: z.string().nullable(),
    folder_id: z.string().nullable(),
    tags: z.array(tagSchema),
    /** The newest one. */
    job: portalJobSchema.omit({ document_id: true, created_by: true }).nullable(),
    /** Some pages still say what an earlier job read. */
    has_earlier_text: z.boolean(),
    /** Approved or new when all pages are, rejected when one is; null before anything was read. */
    review: reviewStateSchema.nullable(),
  })
  .meta({ id: 'Document' });

export const trashedDocumentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    page_count: z.number().int().nullable(),
    /** Bytes. */
    size: z.number().int(),
    trashed_at: z.iso.datetime(),
    trashed_by: z.string().nullable(),
  })
  .meta({ id: 'TrashedDocument' });

const passwordSchema = z.string().min(1).max(1_000);

export const documentFormSchema = z.object({
  file: z.string().meta({ format: 'binary' }).describe('A PDF or an image, at most 100 MB.'),
  name: z.string().max(500).optional().describe('Its name, instead of that of the part.'),
  language: languageChoiceSchema
    .optional()
    .describe('A code of `/api/v1/languages`, or `auto`; English unless told.'),
  password: passwordSchema.optional().describe('Of a PDF that is locked; ignored where it needs none.'),
});

export const idempotencyHeadersSchema = z.object({
  'Idempotency-Key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Of your choice: the same file sent again with the same key is answered 200 with the document it made.',
    ),
});

export const documentChangeSchema = z.strictObject({
  name: z.string().trim().min(1).max(500).optional(),
  folder_id: idSchema.nullable().optional().describe('Null takes it out of all folders.'),
  add_tag_ids: tagIdsSchema,
  remove_tag_ids: tagIdsSchema,
});

export const bulkChangeSchema = z
  .strictObject({
    action: z.enum(['tag', 'move', 'assign', 'rerun', 'trash', 'restore', 'delete']),
    document_ids: idsSchema.optional().describe('Which documents; or `matching`.'),
    matching: documentFiltersSchema
      .optional()
      .describe('All documents that these filters find, named as in the list of documents.'),
    add_tag_ids: tagIdsSchema.describe('For `tag`.'),
    remove_tag_ids: tagIdsSchema.describe('For `tag`.'),
    folder_id: idSchema.nullable().optional().describe('For `move`; null takes them out of all folders.'),
    person_id: idSchema.nullable().optional().describe('For `assign`: who is to review; null: nobody.'),
  })
  .superRefine((change, context) => {
    const needsIds = ['assign', 'restore', 'delete'].includes(change.action);
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, params: { description: message } });
    if (
      (change.document_ids === undefined) === (change.matching === undefined) ||
      (needsIds && change.matching)
    )
      say(
        'document_ids',
        needsIds ? 'Name the documents by their ids.' : 'Name documents, or what they match.',
      );
    if (change.action === 'move' && change.folder_id === undefined)
      say('folder_id', 'Name a folder, or null.');
    if (change.action === 'assign' && change.person_id === undefined)
      say('person_id', 'Name a person, or null.');
  });

const documents = { tag: 'documents', ...takesNothing } as const;
const locked = { '409': 'The document is not in a state for this.' } as const;

export const portalDocumentOperations = {
  listDocuments: {
    ...documents,
    method: 'GET',
    path: '/api/v1/documents',
    summary: 'List documents, newest first unless `sort` says otherwise, 50 at a time.',
    permission: 'document:read',
    query: documentFiltersSchema.extend({ cursor: cursorSchema }),
    reply: portalListSchema(portalDocumentSchema).extend({ total: z.number().int() }),
  },
  createDocument: {
    ...documents,
    method: 'POST',
    path: '/api/v1/documents',
    summary: 'Upload a document, as the part `file` of a form, and begin to read it.',
    status: 201,
    permission: 'document:write',
    limit: 'create',
    headers: idempotencyHeadersSchema,
    form: documentFormSchema,
    example: { file: '@scan.pdf', language: 'en' },
    problems: { '409': 'The idempotency key came with another file, or its document is gone.' },
    reply: portalDocumentSchema,
  },
  changeDocuments: {
    ...documents,
    method: 'POST',
    path: '/api/v1/documents/bulk',
    summary: 'Do one thing with many documents: those named, or all that match.',
    permission: 'document:write',
    body: bulkChangeSchema,
    example: { action: 'trash', document_ids: ['$DOCUMENT_ID'] },
    problems: locked,
    reply: z.object({
      /** With which it was done. */
      documents: z.number().int(),
      /** Chosen, but not in a state for it. */
      left_out: z.number().int(),
    }),
  },
  getDocument: {
    ...documents,
    method: 'GET',
    path: '/api/v1/documents/{document_id}',
    summary: 'Describe a document and its newest job.',
    permission: 'document:read',
    params: ofDocument,
    reply: portalDocumentSchema,
  },
  changeDocument: {
    ...documents,
    method: 'PATCH',
    path: '/api/v1/documents/{document_id}',
    summary: 'Rename a document, move it, give it tags or take some.',
    permission: 'document:write',
    params: ofDocument,
    body: documentChangeSchema,
    example: { name: 'Lease 2026.pdf' },
    reply: portalDocumentSchema,
  },
  trashDocument: {
    ...documents,
    method: 'DELETE',
    path: '/api/v1/documents/{document_id}',
    summary: 'Stop the reading of a document and move it to the trash, where it stays for 30 days.',
    status: 204,
    permission: 'document:write',
    params: ofDocument,
    reply: z.undefined(),
  },
  restoreDocument: {
    ...documents,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/restore',
    summary: 'Take a document out of the trash.',
    permission: 'document:write',
    params: ofDocument,
    reply: portalDocumentSchema,
  },
  unlockDocument: {
    ...documents,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/unlock',
    summary:
      'Give the password of a locked PDF and have it read. A wrong one shows later: the document stays locked.',
    status: 202,
    permission: 'job:write',
    params: ofDocument,
    body: z.strictObject({ password: passwordSchema }),
    example: { password: 'sesame' },
    problems: { '409': 'The document does not wait for a password.' },
    reply: portalDocumentSchema,
  },
  getOriginal: {
    ...documents,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/file',
    summary: 'Get the file as it was uploaded.',
    permission: 'document:read',
    params: ofDocument,
    reply: z.file(),
  },
  listTrash: {
    ...documents,
    method: 'GET',
    path: '/api/v1/trash',
    summary: 'List what is in the trash, the last first, 100 at a time.',
    permission: 'document:read',
    query: z.object({ skip: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
    reply: z.object({ results: z.array(trashedDocumentSchema), total: z.number().int() }),
  },
  emptyTrash: {
    ...documents,
    method: 'DELETE',
    path: '/api/v1/trash',
    summary: 'Delete all that is in the trash. Nothing brings it back.',
    permission: 'document:write',
    reply: z.object({ documents: z.number().int() }),
  },
  deleteDocument: {
    ...documents,
    method: 'DELETE',
    path: '/api/v1/trash/{document_id}',
    summary: 'Delete a document that is in the trash. Nothing brings it back.',
    status: 204,
    permission: 'document:write',
    params: ofDocument,
    reply: z.undefined(),
  },
} as const;

export type PortalDocumentWire = z.infer<typeof portalDocumentSchema>;
export type TrashedDocumentWire = z.infer<typeof trashedDocumentSchema>;
export type BulkChange = z.infer<typeof bulkChangeSchema>;
