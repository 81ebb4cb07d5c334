import { z } from 'zod';
import { exportFormatSchema, exportSelectionSchema, exportStateSchema } from './exports.ts';
import { idSchema } from './id.ts';
import { takesNothing } from './operation.ts';
import { wholeListSchema } from './portal-list.ts';

const ofExport = z.object({ export_id: idSchema });

export const portalExportSchema = z
  .object({
    id: z.string(),
    /** Of the file. */
    name: z.string(),
    format: exportFormatSchema,
    state: exportStateSchema,
    document_count: z.number().int(),
    /** Null: whole documents. */
    page_count: z.number().int().nullable(),
    /** Steps. */
    done: z.number().int(),
    total: z.number().int(),
    /** Bytes; null until it is ready. */
    size: z.number().int().nullable(),
    /** Why it failed, or what is missing in it. */
    problem: z.string().nullable(),
    created_by: z.string().nullable(),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Export' });

const { documentIds, pages } = exportSelectionSchema.shape;
const createExportSchema = z
  .strictObject({
    format: exportFormatSchema,
    document_ids: documentIds,
    pages: pages.describe('Page numbers, of one document; all unless told.'),
  })
  .refine((input) => !input.pages || input.document_ids.length === 1, {
    path: ['pages'],
    params: { description: 'Choose pages of one document.' },
  });

const exports = { tag: 'exports', ...takesNothing } as const;

export const portalExportOperations = {
  listExports: {
    ...exports,
    method: 'GET',
    path: '/api/v1/exports',
    summary: 'List the newest exports, at most 100.',
    permission: 'job:read',
    reply: wholeListSchema(portalExportSchema),
  },
  createExport: {
    ...exports,
    method: 'POST',
    path: '/api/v1/exports',
    summary: 'Have documents, or pages of one, written into a file. Ask for the export until it is ready.',
    status: 201,
    permission: 'job:read',
    limit: 'create',
    body: createExportSchema,
    example: { format: 'pdf', document_ids: ['$DOCUMENT_ID'] },
    problems: { '409': 'One of the documents was not opened.' },
    reply: portalExportSchema,
  },
  getExport: {
    ...exports,
    method: 'GET',
    path: '/api/v1/exports/{export_id}',
    summary: 'Describe an export.',
    permission: 'job:read',
    params: ofExport,
    reply: portalExportSchema,
  },
  downloadExport: {
    ...exports,
    method: 'GET',
    path: '/api/v1/exports/{export_id}/file',
    summary: 'Get the file of an export that is ready.',
    permission: 'job:read',
    params: ofExport,
    reply: z.file(),
  },
  repeatExport: {
    ...exports,
    method: 'POST',
    path: '/api/v1/exports/{export_id}/repeat',
    summary: 'Run an export again that failed or whose file has expired.',
    permission: 'job:read',
    limit: 'create',
    params: ofExport,
    problems: { '409': 'It runs, or its file is there.' },
    reply: portalExportSchema,
  },
} as const;

export type PortalExportWire = z.infer<typeof portalExportSchema>;
