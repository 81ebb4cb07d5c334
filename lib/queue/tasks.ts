import { z } from 'zod';

const id = z.string().min(1);

type TaskDefinition = {
  payload: z.ZodType<object>;
  /** How often a task that throws, or whose worker was killed, is run again. */
  retries: number;
  /** Seconds before the first rerun; doubles with every further one up to `retryDelayMaxSeconds`. */
  retryDelaySeconds: number;
  retryDelayMaxSeconds: number;
  /** A run that takes longer counts as failed. */
  timeLimitSeconds: number;
  /** Takes over the payload of a task that failed on its last run. */
  whenExhausted?: string;
  /** How long the row of a task that has ended is kept; an hour unless told. */
  keptSeconds?: number;
};

/** A password is needed no longer once its task has ended. */
const PASSWORD_KEPT_SECONDS = 60;

const quick = { retries: 8, retryDelaySeconds: 1, retryDelayMaxSeconds: 60, timeLimitSeconds: 120 };

/**
 * Every kind of durable task: its payload (ids only, the rows are the truth; and a sealed password, which is in no
 * row) and its retry policy.
 */
export const tasks = {
  /** Ends a prediction that no worker could finish. */
  'fail-prediction': { payload: z.object({ predictionId: id }), ...quick },
  /** Ends a prediction whose deadline has come. */
  'end-overdue-prediction': { payload: z.object({ predictionId: id }), ...quick },
  'run-prediction': {
    payload: z.object({ predictionId: id }),
    // Generous, because every stop of a worker counts as a run; what hangs is ended by its time limits.
    retries: 10,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 10,
    timeLimitSeconds: 1_860,
    whenExhausted: 'fail-prediction',
  },
  /** Gives up a delivery that no worker could attempt, so that later messages are not held up by it. */
  'fail-delivery': { payload: z.object({ deliveryId: id, attempt: z.number().int() }), ...quick },
  /** Makes one attempt, which itself plans the next; a rerun of the same attempt changes nothing. */
  'deliver-webhook': {
    payload: z.object({ deliveryId: id, attempt: z.number().int() }),
    ...quick,
    whenExhausted: 'fail-delivery',
  },
  /** Ends a document that no worker could open. */
  'fail-inspection': { payload: z.object({ workspaceId: id, documentId: id }), ...quick },
  'inspect-document': {
    payload: z.object({ workspaceId: id, documentId: id }),
    retries: 3,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 10,
    timeLimitSeconds: 300,
    whenExhausted: 'fail-inspection',
  },
  /** Leaves a document locked that no worker could unlock. Its row, too, holds the sealed password. */
  'fail-unlocking': {
    payload: z.object({ workspaceId: id, documentId: id }),
    ...quick,
    keptSeconds: PASSWORD_KEPT_SECONDS,
  },
  'unlock-document': {
    payload: z.object({ workspaceId: id, documentId: id, sealedPassword: z.string() }),
    retries: 3,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 10,
    timeLimitSeconds: 300,
    whenExhausted: 'fail-unlocking',
    keptSeconds: PASSWORD_KEPT_SECONDS,
  },
  /** Ends a page that could not be drawn, where the prediction service reads nothing but its picture. */
  'fail-rendering': {
    payload: z.object({ workspaceId: id, documentId: id, pageNumber: z.number().int() }),
    ...quick,
  },
  'render-page': {
    payload: z.object({ workspaceId: id, documentId: id, pageNumber: z.number().int() }),
    ...quick,
    whenExhausted: 'fail-rendering',
  },
  /** Draws the picture for reading a page closely. Its row is soon gone, so that one that failed can be asked for. */
  'draw-large-picture': {
    payload: z.object({ workspaceId: id, documentId: id, pageNumber: z.number().int() }),
    ...quick,
    retries: 2,
    keptSeconds: 60,
  },
  /** Ends a page that could not be handed to the prediction service. */
  'fail-page': { payload: z.object({ workspaceId: id, jobPageId: id, submissionId: id }), ...quick },
  'submit-page': {
    payload: z.object({ workspaceId: id, jobPageId: id, submissionId: id }),
    ...quick,
    // About half an hour: a web process that is being replaced must not cost a page.
    retries: 30,
    // Above the ten minutes that uploading a large document to the service may take.
    timeLimitSeconds: 900,
    whenExhausted: 'fail-page',
  },
  /** Asks a prediction service that cannot send webhooks about one page, and again until it has ended. */
  'poll-page': {
    // Tasks that an earlier release left have no round.
    payload: z.object({ workspaceId: id, submissionId: id, round: z.number().int().default(0) }),
    ...quick,
    retries: 30,
  },
  /** Tells the prediction service to stop work that nobody waits for any more. */
  'cancel-submission': { payload: z.object({ workspaceId: id, predictionId: id }), ...quick },
  /** Gives up an export that no worker could finish. */
  'fail-export': { payload: z.object({ workspaceId: id, exportId: id }), ...quick },
  'run-export': {
    payload: z.object({ workspaceId: id, exportId: id }),
    // As with predictions, every stop of a worker counts as a run.
    retries: 5,
    retryDelaySeconds: 2,
    retryDelayMaxSeconds: 60,
    timeLimitSeconds: 3_600,
    whenExhausted: 'fail-export',
  },
  /** Hands a message to the mail server. Sealed, and soon gone: what it says may open a session. */
  'send-mail': {
    payload: z.object({ sealedMail: z.string() }),
    retries: 10,
    retryDelaySeconds: 5,
    retryDelayMaxSeconds: 900,
    timeLimitSeconds: 120,
    keptSeconds: PASSWORD_KEPT_SECONDS,
  },
  /** Mails everybody who wants it what they had read. */
  'send-digests': { payload: z.object({}), ...quick, retries: 0, timeLimitSeconds: 600 },
  /** Asks the prediction service about pages whose webhook never came. */
  'reconcile-jobs': { payload: z.object({}), ...quick, retries: 0 },
  /** Removes what has expired: sessions, rate limits, uploads without a document, applied webhook ids. */
  sweep: { payload: z.object({}), ...quick, retries: 0 },
  /** Deletes what has been in the trash for long enough. */
  'empty-trash': { payload: z.object({}), ...quick, retries: 0, timeLimitSeconds: 1_800 },
  /** Removes documents that were deleted for good long enough ago. */
  'purge-documents': { payload: z.object({}), ...quick, retries: 0, timeLimitSeconds: 1_800 },
  /** Removes workspaces that were deleted long enough ago, with all that was in them. */
  'purge-workspaces': { payload: z.object({}), ...quick, retries: 0, timeLimitSeconds: 1_800 },
  /** Removes the data of API predictions after their time, and what killed processes left on disk. */
  'sweep-data': { payload: z.object({}), ...quick, retries: 0, timeLimitSeconds: 1_800 },
} as const satisfies Record<string, TaskDefinition>;

export type TaskName = keyof typeof tasks;
export type TaskPayload<N extends TaskName> = z.infer<(typeof tasks)[N]['payload']>;

export function taskDefinition(name: TaskName): TaskDefinition {
  return tasks[name];
}

/** In creation order: a queue must exist before another names it as its successor. */
export const taskNames = Object.keys(tasks).filter((name): name is TaskName => name in tasks);
