import { z } from 'zod';
import { jobPageStatusSchema, jobStatusSchema } from './documents.ts';
import { languageChoiceSchema } from './forms.ts';
import { idSchema } from './id.ts';
import { takesNothing } from './operation.ts';
import { cursorSchema, portalListSchema } from './portal-list.ts';

/** One reading of a document, page by page. */
export const portalJobSchema = z
  .object({
    id: z.string(),
    document_id: z.string(),
    status: jobStatusSchema,
    /** Codes, or `auto`; none means English. */
    languages: z.array(z.string()),
    created_at: z.iso.datetime(),
    completed_at: z.iso.datetime().nullable(),
    /** Name of the person or token that began it; null when they are gone. */
    created_by: z.string().nullable(),
    /** How many. */
    pages: z.object({
      total: z.number().int(),
      succeeded: z.number().int(),
      failed: z.number().int(),
      canceled: z.number().int(),
    }),
  })
  .meta({ id: 'Job' });

const jobPageSchema = z.object({
  number: z.number().int(),
  status: jobPageStatusSchema,
  /** 1 for the first try. */
  attempt: z.number().int(),
  /** How far reading is, 0 to 100; null when nobody said. */
  percent: z.number().nullable(),
  error: z.string().nullable(),
  started_at: z.iso.datetime().nullable(),
  completed_at: z.iso.datetime().nullable(),
});

export const portalJobDetailSchema = portalJobSchema
  .extend({ page_states: z.array(jobPageSchema) })
  .meta({ id: 'JobDetail' });

const ofJob = z.object({ job_id: idSchema });
const pageNumberSchema = z.int().min(1).max(999_999);
const over = { '409': 'A later job has taken its place, or its pages are in no state for this.' } as const;
const jobs = { tag: 'jobs', ...takesNothing } as const;

export const portalJobOperations = {
  listJobs: {
    ...jobs,
    method: 'GET',
    path: '/api/v1/jobs',
    summary: 'List jobs, newest first, 50 at a time.',
    permission: 'job:read',
    query: z.object({
      cursor: cursorSchema,
      document_id: idSchema.optional(),
      status: jobStatusSchema.optional(),
      person_id: idSchema.optional().describe('Who began it.'),
    }),
    reply: portalListSchema(portalJobSchema),
  },
  createJob: {
    ...jobs,
    method: 'POST',
    path: '/api/v1/jobs',
    summary: 'Have a document read again, or one page of it; what was read before is kept with its job.',
    status: 201,
    permission: 'job:write',
    limit: 'create',
    body: z.strictObject({
      document_id: idSchema,
      language: languageChoiceSchema.optional().describe('As the last time unless told.'),
      page: pageNumberSchema.optional().describe('All pages unless told.'),
    }),
    example: { document_id: '$DOCUMENT_ID', language: 'en' },
    problems: { '409': 'The document is being read, or nothing can be read from it.' },
    reply: portalJobDetailSchema,
  },
  getJob: {
    ...jobs,
    method: 'GET',
    path: '/api/v1/jobs/{job_id}',
    summary: 'Describe a job with the state of each page.',
    permission: 'job:read',
    params: ofJob,
    reply: portalJobDetailSchema,
  },
  retryJob: {
    ...jobs,
    method: 'POST',
    path: '/api/v1/jobs/{job_id}/retry',
    summary: 'Read pages again that failed or were canceled: all of them, or one.',
    permission: 'job:write',
    limit: 'create',
    params: ofJob,
    body: z.strictObject({ page: pageNumberSchema.optional() }),
    example: {},
    problems: over,
    reply: portalJobDetailSchema,
  },
  cancelJob: {
    ...jobs,
    method: 'POST',
    path: '/api/v1/jobs/{job_id}/cancel',
    summary: 'Stop a job; what was read stays. One that is over stays as it is.',
    permission: 'job:write',
    params: ofJob,
    reply: portalJobDetailSchema,
  },
} as const;

export type PortalJobWire = z.infer<typeof portalJobSchema>;
export type PortalJobDetailWire = z.infer<typeof portalJobDetailSchema>;
