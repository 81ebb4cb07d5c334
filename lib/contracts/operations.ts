import { z } from 'zod';
import { downloadQuerySchema, fileFormSchema, fileSchema, listFilesQuerySchema } from './files.ts';
import { idSchema } from './id.ts';
import {
  accountSchema,
  hardwareSchema,
  modelSchema,
  modelVersionSchema,
  searchQuerySchema,
  searchResultSchema,
  webhookSecretSchema,
} from './models.ts';
import {
  createModelPredictionSchema,
  createPredictionSchema,
  listPredictionsQuerySchema,
  pageSchema,
  predictionSchema,
} from './predictions.ts';

const none = z.object({});
const noJson = z.undefined();
const byId = z.object({ id: idSchema });
const modelName = z.object({ owner: z.string(), name: z.string() });

/**
 * Every operation of the wire API: what it takes, what it answers (200 unless told), and the permission a token needs
 * for it; null where no token is needed. It drives the routes, what they check, and the OpenAPI document. What has the limit `create` is counted apart
 * from the rest. `body: noJson` means that a body is ignored, or a `form`, or plain text.
 */
export const operations = {
  createPrediction: {
    method: 'POST',
    path: '/v1/predictions',
    tag: 'predictions',
    summary:
      'Create a prediction. With `Prefer: wait=n` the reply is held until it has ended, at most n seconds; `Cancel-After` ends it in time.',
    status: 201,
    permission: 'prediction:write',
    limit: 'create',
    params: none,
    query: none,
    body: createPredictionSchema,
    reply: predictionSchema,
  },
  listPredictions: {
    method: 'GET',
    path: '/v1/predictions',
    tag: 'predictions',
    summary: 'List predictions, newest first, 100 a page.',
    permission: 'prediction:read',
    params: none,
    query: listPredictionsQuerySchema,
    body: noJson,
    reply: pageSchema(predictionSchema),
  },
  getPrediction: {
    method: 'GET',
    path: '/v1/predictions/{id}',
    tag: 'predictions',
    summary: 'Get a prediction.',
    permission: 'prediction:read',
    params: byId,
    query: none,
    body: noJson,
    reply: predictionSchema,
  },
  cancelPrediction: {
    method: 'POST',
    path: '/v1/predictions/{id}/cancel',
    tag: 'predictions',
    summary: 'Cancel a prediction. One that has ended stays as it is.',
    permission: 'prediction:write',
    params: byId,
    query: none,
    body: noJson,
    reply: predictionSchema,
  },
  createModelPrediction: {
    method: 'POST',
    path: '/v1/models/{owner}/{name}/predictions',
    tag: 'predictions',
    summary: 'Create a prediction of a model’s latest version.',
    status: 201,
    permission: 'prediction:write',
    limit: 'create',
    params: modelName,
    query: none,
    body: createModelPredictionSchema,
    reply: predictionSchema,
  },
  listModels: {
    method: 'GET',
    path: '/v1/models',
    tag: 'models',
    summary: 'List the models of this installation.',
    permission: 'workspace:read',
    params: none,
    query: none,
    body: noJson,
    reply: pageSchema(modelSchema),
  },
  searchModels: {
    method: 'QUERY',
    path: '/v1/models',
    tag: 'models',
    summary: 'Find models whose name or description holds all words of the body, which is plain text.',
    permission: 'workspace:read',
    params: none,
    query: none,
    body: noJson,
    reply: pageSchema(modelSchema),
  },
  search: {
    method: 'GET',
    path: '/v1/search',
    tag: 'models',
    summary: 'Find models by words.',
    permission: 'workspace:read',
    params: none,
    query: searchQuerySchema,
    body: noJson,
    reply: searchResultSchema,
  },
  getModel: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}',
    tag: 'models',
    summary: 'Describe a model.',
    permission: 'workspace:read',
    params: modelName,
    query: none,
    body: noJson,
    reply: modelSchema,
  },
  getModelReadme: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}/readme',
    tag: 'models',
    summary: 'How to use a model, in Markdown.',
    permission: 'workspace:read',
    params: modelName,
    query: none,
    body: noJson,
    reply: z.string(),
  },
  listModelExamples: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}/examples',
    tag: 'models',
    summary: 'List example predictions of a model. None are kept here.',
    permission: 'workspace:read',
    params: modelName,
    query: none,
    body: noJson,
    reply: pageSchema(predictionSchema),
  },
  listModelVersions: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}/versions',
    tag: 'models',
    summary: 'List the versions of a model, newest first, each with the schema of its input and output.',
    permission: 'workspace:read',
    params: modelName,
    query: none,
    body: noJson,
    reply: pageSchema(modelVersionSchema),
  },
  getModelVersion: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}/versions/{id}',
    tag: 'models',
    summary: 'Describe a version of a model.',
    permission: 'workspace:read',
    params: modelName.extend({ id: z.string() }),
    query: none,
    body: noJson,
    reply: modelVersionSchema,
  },
  createFile: {
    method: 'POST',
    path: '/v1/files',
    tag: 'files',
    summary:
      'Send a file, as the part `content` of a form; `metadata` may hold a JSON object. It is kept for a day.',
    status: 201,
    permission: 'file:write',
    params: none,
    query: none,
    body: noJson,
    form: fileFormSchema,
    reply: fileSchema,
  },
  listFiles: {
    method: 'GET',
    path: '/v1/files',
    tag: 'files',
    summary: 'List files, newest first.',
    permission: 'file:read',
    params: none,
    query: listFilesQuerySchema,
    body: noJson,
    reply: pageSchema(fileSchema),
  },
  getFile: {
    method: 'GET',
    path: '/v1/files/{id}',
    tag: 'files',
    summary: 'Describe a file.',
    permission: 'file:read',
    params: byId,
    query: none,
    body: noJson,
    reply: fileSchema,
  },
  downloadFile: {
    method: 'GET',
    path: '/v1/files/{id}/download',
    tag: 'files',
    summary: 'Get a file itself, at the address that its description calls `urls.download`.',
    permission: null,
    params: byId,
    query: downloadQuerySchema,
    body: noJson,
    reply: z.file(),
  },
  deleteFile: {
    method: 'DELETE',
    path: '/v1/files/{id}',
    tag: 'files',
    summary: 'Delete a file. Predictions made with it keep its bytes.',
    status: 204,
    permission: 'file:write',
    params: byId,
    query: none,
    body: noJson,
    reply: noJson,
  },
  getAccount: {
    method: 'GET',
    path: '/v1/account',
    tag: 'account',
    summary: 'Tell whose the token is.',
    permission: 'workspace:read',
    params: none,
    query: none,
    body: noJson,
    reply: accountSchema,
  },
  listHardware: {
    method: 'GET',
    path: '/v1/hardware',
    tag: 'account',
    summary: 'List what models run on.',
    permission: 'workspace:read',
    params: none,
    query: none,
    body: noJson,
    reply: hardwareSchema,
  },
  getWebhookSecret: {
    method: 'GET',
    path: '/v1/webhooks/default/secret',
    tag: 'webhooks',
    summary: 'Get the secret that signs webhooks.',
    permission: 'webhook:read',
    params: none,
    query: none,
    body: noJson,
    reply: webhookSecretSchema,
  },
} as const;

type AnyOperation = (typeof operations)[keyof typeof operations];

/** What all operations have, and what some have. */
export type Operation = Pick<AnyOperation, 'method' | 'path' | 'tag' | 'permission'> & {
  summary: string;
  status?: number;
  limit?: 'create';
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType;
  form?: z.ZodObject;
  reply: z.ZodType;
};
