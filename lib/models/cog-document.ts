// The parts of a Cog 0.8 OpenAPI document that are the same for every model.

const error = answer('Validation Error', reference('HTTPValidationError'));
const prediction = answer('Successful Response', reference('PredictionResponse'));
const prefer = {
  in: 'header',
  name: 'prefer',
  required: false,
  schema: { type: 'string', title: 'Prefer' },
};
const predictionId = {
  in: 'path',
  name: 'prediction_id',
  required: true,
  schema: { type: 'string', title: 'Prediction ID' },
};

export const cogPaths = {
  '/': {
    get: { summary: 'Root', operationId: 'root__get', responses: { '200': untyped('Response Root  Get') } },
  },
  '/health-check': {
    get: {
      summary: 'Healthcheck',
      operationId: 'healthcheck_health_check_get',
      responses: { '200': untyped('Response Healthcheck Health Check Get') },
    },
  },
  '/shutdown': {
    post: {
      summary: 'Start Shutdown',
      operationId: 'start_shutdown_shutdown_post',
      responses: { '200': untyped('Response Start Shutdown Shutdown Post') },
    },
  },
  '/predictions': {
    post: {
      summary: 'Predict',
      description: 'Run one prediction',
      operationId: 'predict_predictions_post',
      parameters: [prefer],
      requestBody: json(reference('PredictionRequest')),
      responses: { '200': prediction, '422': error },
    },
  },
  '/predictions/{prediction_id}': {
    put: {
      summary: 'Predict Idempotent',
      description: 'Run one prediction under an id of your own',
      operationId: 'predict_idempotent_predictions__prediction_id__put',
      parameters: [predictionId, prefer],
      requestBody: {
        ...json({ title: 'Prediction Request', allOf: [reference('PredictionRequest')] }),
        required: true,
      },
      responses: { '200': prediction, '422': error },
    },
  },
  '/predictions/{prediction_id}/cancel': {
    post: {
      summary: 'Cancel',
      description: 'Cancel a prediction',
      operationId: 'cancel_predictions__prediction_id__cancel_post',
      parameters: [predictionId],
      responses: { '200': untyped('Response Cancel Predictions  Prediction Id  Cancel Post'), '422': error },
    },
  },
};

export const cogSchemas = {
  // `aborted` is missing here on purpose: Cog does not know it.
  Status: {
    type: 'string',
    title: 'Status',
    enum: ['starting', 'processing', 'succeeded', 'canceled', 'failed'],
  },
  WebhookEvent: { type: 'string', title: 'WebhookEvent', enum: ['start', 'output', 'logs', 'completed'] },
  PredictionRequest: {
    type: 'object',
    title: 'PredictionRequest',
    properties: {
      id: text('Id'),
      input: reference('Input'),
      webhook: { ...text('Webhook'), format: 'uri', minLength: 1, maxLength: 65536 },
      created_at: time('Created At'),
      output_file_prefix: text('Output File Prefix'),
      webhook_events_filter: {
        type: 'array',
        items: reference('WebhookEvent'),
        default: ['start', 'output', 'logs', 'completed'],
      },
    },
  },
  PredictionResponse: {
    type: 'object',
    title: 'PredictionResponse',
    properties: {
      id: text('Id'),
      logs: { ...text('Logs'), default: '' },
      error: text('Error'),
      input: reference('Input'),
      output: reference('Output'),
      status: reference('Status'),
      metrics: { type: 'object', title: 'Metrics' },
      version: text('Version'),
      created_at: time('Created At'),
      started_at: time('Started At'),
      completed_at: time('Completed At'),
    },
  },
  ValidationError: {
    type: 'object',
    title: 'ValidationError',
    required: ['loc', 'msg', 'type'],
    properties: {
      loc: { type: 'array', title: 'Location', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
      msg: text('Message'),
      type: text('Error Type'),
    },
  },
  HTTPValidationError: {
    type: 'object',
    title: 'HTTPValidationError',
    properties: { detail: { type: 'array', title: 'Detail', items: reference('ValidationError') } },
  },
};

function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: object) {
  return { content: { 'application/json': { schema } } };
}

function answer(description: string, schema: object) {
  return { ...json(schema), description };
}

function untyped(title: string) {
  return answer('Successful Response', { title });
}

function text(title: string) {
  return { type: 'string', title };
}

function time(title: string) {
  return { ...text(title), format: 'date-time' };
}
