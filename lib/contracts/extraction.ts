import { z } from 'zod';
import { boxSchema } from './page-reading.ts';

/**
 * An extraction is what a page says now: the machine's reading with people's corrections. Boxes are pixels of the
 * upright page, as in a page reading; they are null where nobody knows a place (services that give text alone).
 */

const MAX_LINE_LENGTH = 10_000;
/** Of one save; a browser that waited offline for long sends several. */
export const MAX_OPERATIONS = 500;

export const extractionWordSchema = z.object({
  text: z.string().min(1),
  /** 0 to 1 as the machine gave it; null for words that no machine read. */
  confidence: z.number().min(0).max(1).nullable(),
  box: boxSchema.nullable(),
  /** A person changed or made the word, or found it right as it is; absent: as the machine read it. */
  by: z.enum(['corrected', 'confirmed']).optional(),
});

/** `r0`, `r1`, … are the lines of the reading; other lines are named by the browser that made them. */
export const lineIdSchema = z.string().regex(/^[0-9a-z]{2,26}$/);

const lineTextSchema = z
  .string()
  .max(MAX_LINE_LENGTH)
  .regex(/^[^\p{Cc}]*$/u, 'A line holds no line ends.');

export const extractionLineSchema = z.object({
  id: lineIdSchema,
  text: lineTextSchema,
  box: boxSchema.nullable(),
  /** In the order of the text; each is found in it after the one before. */
  words: z.array(extractionWordSchema),
});

/** One step of a correction. Lines are addressed by id, so that steps on different lines never collide. */
export const lineOperationSchema = z.discriminatedUnion('op', [
  /** Gives the line another text; words that stay keep their boxes. */
  z.object({ op: z.literal('set'), line: lineIdSchema, text: lineTextSchema }),
  /** What stands after the first `at` UTF-16 units becomes the line `added`, right below. */
  z.object({ op: z.literal('split'), line: lineIdSchema, at: z.int().min(0), added: lineIdSchema }),
  /** The line `with` goes and its text is appended, after a blank. */
  z.object({ op: z.literal('merge'), line: lineIdSchema, with: lineIdSchema }),
  /** A new line below `after`, or at the top; `words` are those of a region that was read again. */
  z.object({
    op: z.literal('add'),
    after: lineIdSchema.nullable(),
    added: lineIdSchema,
    text: lineTextSchema,
    box: boxSchema.nullable(),
    words: z.array(extractionWordSchema).optional(),
  }),
  z.object({ op: z.literal('remove'), line: lineIdSchema }),
  z.object({ op: z.literal('move'), line: lineIdSchema, after: lineIdSchema.nullable() }),
  /** These words (places in the line, from 0) were found right; all of the line when absent. */
  z.object({ op: z.literal('confirm'), line: lineIdSchema, words: z.array(z.int().min(0)).optional() }),
  /** All lines at once: an earlier revision, another reading, an imported file. */
  z.object({ op: z.literal('replace'), lines: z.array(extractionLineSchema) }),
]);

export const reviewStateSchema = z.enum(['new', 'in_review', 'approved', 'rejected']);
export const revisionKindSchema = z.enum(['edit', 'restore', 'reading', 'import']);

/** What the review screen gets about one page. */
export const extractionSchema = z.object({
  documentId: z.string(),
  pageNumber: z.number(),
  /** Pixels of the upright page, in which the boxes are; null when the service gave text alone. */
  size: z.object({ width: z.number(), height: z.number() }).nullable(),
  /** Degrees, clockwise, by which the picture of the page is to be turned to stand upright. */
  turned: z.literal([0, 90, 180, 270]),
  /** Number of the newest revision; 0: as the machine read it. */
  revision: z.number(),
  lines: z.array(extractionLineSchema),
  state: reviewStateSchema,
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  /** A later reading waits to be taken or left. */
  hasNewerReading: z.boolean(),
});

/** What the browser sends to save corrections. */
export const saveSchema = z.object({
  /** Chosen by the browser once for each save: sent again, it changes nothing. */
  saveId: z.string().regex(/^[0-9a-z]{8,40}$/),
  /** The revision on which the operations were made. */
  base: z.int().min(0),
  operations: z.array(lineOperationSchema).min(1).max(MAX_OPERATIONS),
});

/** Somebody else changed the same line meanwhile. Nothing of the save was stored. */
export const saveConflictSchema = z.object({
  line: lineIdSchema,
  /** Texts: where both began, what stands now (null: removed), and what this save wanted (null: removed). */
  before: z.string(),
  theirs: z.string().nullable(),
  mine: z.string().nullable(),
  /** Who changed it first: the name of a person, or `API token` and its name; null when they left. */
  author: z.string().nullable(),
});

export const saveAnswerSchema = z.discriminatedUnion('outcome', [
  /** `extraction` also holds what others saved since `base`. */
  z.object({ outcome: z.literal('saved'), extraction: extractionSchema }),
  z.object({
    outcome: z.literal('conflict'),
    conflicts: z.array(saveConflictSchema),
    extraction: extractionSchema,
  }),
]);

export const revisionSummarySchema = z.object({
  number: z.number(),
  kind: revisionKindSchema,
  author: z.string().nullable(),
  /** Name of the API token that saved it; null when a person did. */
  apiToken: z.string().nullable(),
  createdAt: z.string(),
  /** Lines that it changed, each with its text before and after (null: was not there, is gone). */
  changes: z.array(
    z.object({ line: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});

export type ExtractionWord = z.infer<typeof extractionWordSchema>;
export type ExtractionLine = z.infer<typeof extractionLineSchema>;
export type LineOperation = z.infer<typeof lineOperationSchema>;
export type ReviewState = z.infer<typeof reviewStateSchema>;
export type RevisionKind = z.infer<typeof revisionKindSchema>;
export type Extraction = z.infer<typeof extractionSchema>;
export type Save = z.infer<typeof saveSchema>;
export type SaveConflict = z.infer<typeof saveConflictSchema>;
export type SaveAnswer = z.infer<typeof saveAnswerSchema>;
export type RevisionSummary = z.infer<typeof revisionSummarySchema>;
