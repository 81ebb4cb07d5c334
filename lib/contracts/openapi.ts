import { z } from 'zod';
import { type Operation, operations } from './operations.ts';
import { problemSchema } from './problem.ts';

type Schema = Record<string, unknown>;

/** Which replies besides success every operation may give; what they mean is the same everywhere. */
const problems = {
  '400': 'The body is not JSON, or the cursor is not valid.',
  '401': 'There is no token, or it is not valid.',
  '403': 'The token does not have the scope for this.',
  '404': 'There is no such thing, or it belongs to another workspace.',
  '413': 'The body or file is too large.',
  '422': 'Something in the request is not right; `invalid_fields` says what and where.',
  '429':
    'Too many requests, or too many predictions waiting. `Retry-After` says when to try again, in seconds.',
};

const creationHeaders = [
  {
    name: 'Prefer',
    in: 'header',
    description:
      '`wait` or `wait=n`: hold the reply until the prediction has ended, at most n seconds (1 to 60).',
    schema: { type: 'string', examples: ['wait=10'] },
  },
  {
    name: 'Cancel-After',
    in: 'header',
    description: 'End the prediction after this time, from 5 seconds to 24 hours: `90`, `5m` or `1h30m45s`.',
    schema: { type: 'string', examples: ['5m'] },
  },
];

/**
 * The OpenAPI 3.1 document of the wire API, made from the table of operations. The method QUERY, which OpenAPI 3.1 has
 * no word for, is left out. `serverUrl` is the server's public address, without `/v1`.
 */
export function openApiDocument(serverUrl: string) {
  const components: Record<string, Schema> = {};
  const paths: Record<string, Record<string, object>> = {};
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    if (operation.method === 'QUERY') continue;
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] ?? {}, {
      [operation.method.toLowerCase()]: operationObject(id, operation, components),
    });
  }
  const problem = jsonSchema(problemSchema, components);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Lectern',
      version: '1',
      description: 'The predictions API of Replicate, served by this installation.',
    },
    servers: [{ url: serverUrl }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'An API token.' } },
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [
          status,
          { description, content: { 'application/problem+json': { schema: problem } } },
        ]),
      ),
      schemas: components,
    },
  };
}

function operationObject(operationId: string, operation: Operation, components: Record<string, Schema>) {
  const status = String(operation.status ?? 200);
  const body = requestBody(operation, components);
  return {
    operationId,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.permission ? { 'x-permission': operation.permission } : { security: [] }),
    parameters: [
      ...parameters(operation.params, 'path', components),
      ...parameters(operation.query, 'query', components),
      ...(operation.limit === 'create' ? creationHeaders : []),
    ],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [status]: { description: 'Success.', ...replyContent(operation, components) },
      ...Object.fromEntries(
        problemsOf(operation).map((problem) => [problem, { $ref: `#/components/responses/${problem}` }]),
      ),
    },
  };
}

function problemsOf({ permission, params, query, body, form }: Operation): string[] {
  // An address that is not right in any way leads to nothing.
  if (permission === null) return ['404'];
  const takesBody = !(body instanceof z.ZodUndefined) || form !== undefined;
  const takesQuery = Object.keys(query.shape).length > 0;
  const namesSomething = Object.keys(params.shape).length > 0;
  return [
    ...(takesBody || takesQuery ? ['400'] : []),
    '401',
    '403',
    ...(namesSomething ? ['404'] : []),
    ...(takesBody ? ['413'] : []),
    ...(takesBody || takesQuery ? ['422'] : []),
    '429',
  ];
}

function parameters(shape: z.ZodObject, place: 'path' | 'query', components: Record<string, Schema>) {
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: !schema.safeParse(undefined).success,
    ...(schema.description ? { description: schema.description } : {}),
    schema: jsonSchema(schema, components),
  }));
}

function requestBody({ body, form }: Operation, components: Record<string, Schema>) {
  if (form) return { 'multipart/form-data': { schema: jsonSchema(form, components) } };
  if (body instanceof z.ZodUndefined) return undefined;
  return { 'application/json': { schema: jsonSchema(body, components) } };
}

function replyContent({ reply }: Operation, components: Record<string, Schema>) {
  if (reply instanceof z.ZodUndefined) return {};
  return { content: { [mediaTypeOf(reply)]: { schema: jsonSchema(reply, components, 'output') } } };
}

function mediaTypeOf(reply: z.ZodType): string {
  if (reply instanceof z.ZodFile) return 'application/octet-stream';
  return reply instanceof z.ZodString ? 'text/plain' : 'application/json';
}

/** Named schemas go to `components` and are referred to. */
function jsonSchema(
  schema: z.core.$ZodType,
  components: Record<string, Schema>,
  io: 'input' | 'output' = 'input',
): Schema {
  const described = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: withoutDatePatterns });
  const { $schema: _, $defs = {}, ...rest } = pointToComponents(described);
  Object.assign(components, $defs);
  return rest;
}

/** The format says it; the pattern is a screenful. */
function withoutDatePatterns({ jsonSchema }: { jsonSchema: Schema }): void {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}

const schemaWithDefs = z.looseObject({
  $defs: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});

function pointToComponents(schema: object) {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return schemaWithDefs.parse(JSON.parse(text));
}
