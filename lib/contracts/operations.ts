import { z } from 'zod';
import { fileSchema, listFilesQuerySchema } from './files.ts';
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
/** A body is ignored or, for files, not JSON. */
const noJson = z.undefined();
const byId = z.object({ id: idSchema });
const modelName = z.object({ owner: z.string(), name: z.string() });

/**
 * Every operation of the wire API: what it takes, what it answers, and the permission a token needs for it
 * (null: any valid token). `body: noJson` means that a body is ignored or, for files, not JSON.
 */
export const operations = {
  createPrediction: {
    method: 'POST',
    path: '/v1/predictions',
    permission: 'prediction:write',
    params: none,
    query: none,
    body: createPredictionSchema,
    reply: predictionSchema,
  },
  listPredictions: {
    method: 'GET',
    path: '/v1/predictions',
    permission: 'prediction:read',
    params: none,
    query: listPredictionsQuerySchema,
    body: noJson,
    reply: pageSchema(predictionSchema),
  },
  getPrediction: {
    method: 'GET',
    path: '/v1/predictions/{id}',
    permission: 'prediction:read',
    params: byId,
    query: none,
    body: noJson,
    reply: predictionSchema,
  },
  cancelPrediction: {
    method: 'POST',
    path: '/v1/predictions/{id}/cancel',
    permission: 'prediction:write',
    params: byId,
    query: none,
    body: noJson,
    reply: predictionSchema,
  },
  createModelPrediction: {
    method: 'POST',
    path: '/v1/models/{owner}/{name}/predictions',
    permission: 'prediction:write',
    params: modelName,
    query: none,
    body: createModelPredictionSchema,
    reply: predictionSchema,
  },
  listModels: {
    method: 'GET',
    path: '/v1/models',
    permission: 'workspace:read',
    params: none,
    query: none,
    body: noJson,
    reply: pageSchema(modelSchema),
  },
  /** The body is the text to look for, not JSON. */
  searchModels: {
    method: 'QUERY',
    path: '/v1/models',
    permission: 'workspace:read',
    params: none,
    query: none,
    body: noJson,
    reply: pageSchema(modelSchema),
  },
  search: {
    method: 'GET',
    path: '/v1/search',
    permission: 'workspace:read',
    params: none,
    query: searchQuerySchema,
    body: noJson,
    reply: searchResultSchema,
  },
  getModel: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}',
    permission: 'workspace:read',
    params: modelName,
    query: none,
    body: noJson,
    reply: modelSchema,
  },
  /** The reply is Markdown. */
  getModelReadme: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}/readme',
    permission: 'workspace:read',
    params: modelName,
    query: none,
    body: noJson,
    reply: z.string(),
  },
  listModelExamples: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}/examples',
    permission: 'workspace:read',
    params: modelName,
    query: none,
    body: noJson,
    reply: pageSchema(predictionSchema),
  },
  listModelVersions: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}/versions',
    permission: 'workspace:read',
    params: modelName,
    query: none,
    body: noJson,
    reply: pageSchema(modelVersionSchema),
  },
  getModelVersion: {
    method: 'GET',
    path: '/v1/models/{owner}/{name}/versions/{id}',
    permission: 'workspace:read',
    params: modelName.extend({ id: z.string() }),
    query: none,
    body: noJson,
    reply: modelVersionSchema,
  },
  createFile: {
    method: 'POST',
    path: '/v1/files',
    permission: 'file:write',
    params: none,
    query: none,
    body: noJson,
    reply: fileSchema,
  },
  listFiles: {
    method: 'GET',
    path: '/v1/files',
    permission: 'file:read',
    params: none,
    query: listFilesQuerySchema,
    body: noJson,
    reply: pageSchema(fileSchema),
  },
  getFile: {
    method: 'GET',
    path: '/v1/files/{id}',
    permission: 'file:read',
    params: byId,
    query: none,
    body: noJson,
    reply: fileSchema,
  },
  deleteFile: {
    method: 'DELETE',
    path: '/v1/files/{id}',
    permission: 'file:write',
    params: byId,
    query: none,
    body: noJson,
    reply: noJson,
  },
  getAccount: {
    method: 'GET',
    path: '/v1/account',
    permission: 'workspace:read',
    params: none,
    query: none,
    body: noJson,
    reply: accountSchema,
  },
  listHardware: {
    method: 'GET',
    path: '/v1/hardware',
    permission: 'workspace:read',
    params: none,
    query: none,
    body: noJson,
    reply: hardwareSchema,
  },
  getWebhookSecret: {
    method: 'GET',
    path: '/v1/webhooks/default/secret',
    permission: 'webhook:read',
    params: none,
    query: none,
    body: noJson,
    reply: webhookSecretSchema,
  },
} as const;
