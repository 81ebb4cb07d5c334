import { z } from 'zod';
import { type Api, predictionsApi } from './apis.ts';
import type { Operation } from './operation.ts';

type Schema = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of APIs of this installation, made from their tables of operations. The method QUERY, which
 * OpenAPI 3.1 has no word for, is left out. `serverUrl` is the server's public address, without `/v1`.
 */
export function openApiDocument(serverUrl: string, described: readonly Api[] = [predictionsApi]) {
  const components: Record<string, Schema> = {};
  const paths: Record<string, Record<string, object>> = {};
  const responses: Record<string, object> = {};
  for (const api of described) {
    for (const [id, operation] of Object.entries<Operation>(api.operations)) {
      if (operation.method === 'QUERY') continue;
      paths[operation.path] ??= {};
      Object.assign(paths[operation.path] ?? {}, {
        [operation.method.toLowerCase()]: operationObject(id, operation, { api, components }),
      });
    }
    const schema = jsonSchema(api.problem, components);
    for (const [status, description] of Object.entries(api.problems)) {
      const content = { 'application/problem+json': { schema } };
      responses[`${api.responsePrefix}${status}`] = { description, content };
    }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Lectern', version: '1', description: described.map(({ title }) => title).join(' ') },
    servers: [{ url: serverUrl }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'An API token.' } },
      responses,
      schemas: components,
    },
  };
}

function operationObject(
  operationId: string,
  operation: Operation,
  { api, components }: { api: Api; components: Record<string, Schema> },
) {
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
      ...(operation.headers ? parameters(operation.headers, 'header', components) : []),
    ],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [status]: { description: 'Success.', ...replyContent(operation, components) },
      ...Object.fromEntries(
        problemsOf(operation).map((problem) => [
          problem,
          { $ref: `#/components/responses/${api.responsePrefix}${problem}` },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(operation.problems ?? {}).map(([problem, description]) => [
          problem,
          {
            description,
            content: { 'application/problem+json': { schema: jsonSchema(api.problem, components) } },
          },
        ]),
      ),
    },
  };
}

function problemsOf({ permission, params, query, body, form, limit }: Operation): string[] {
  // An address that is not right in any way leads to nothing.
  if (permission === null) return ['404'];
  const takesBody = !(body instanceof z.ZodUndefined) || form !== undefined;
  const takesQuery = Object.keys(query.shape).length > 0;
  const namesSomething = Object.keys(params.shape).length > 0;
  return [
    ...(takesBody || takesQuery ? ['400'] : []),
    '401',
    ...(limit === 'create' ? ['402'] : []),
    '403',
    ...(namesSomething ? ['404'] : []),
    ...(takesBody ? ['413'] : []),
    ...(takesBody || takesQuery ? ['422'] : []),
    '429',
  ];
}

function parameters(
  shape: z.ZodObject,
  place: 'path' | 'query' | 'header',
  components: Record<string, Schema>,
) {
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: !schema.safeParse(undefined).success,
    ...(schema.description ? { description: schema.description } : {}),
    schema: jsonSchema(schema, components),
  }));
}

function requestBody({ body, form, example }: Operation, components: Record<string, Schema>) {
  const shown = example ? { example } : {};
  if (form) return { 'multipart/form-data': { schema: jsonSchema(form, components), ...shown } };
  if (body instanceof z.ZodUndefined) return undefined;
  return { 'application/json': { schema: jsonSchema(body, components), ...shown } };
}

function replyContent({ reply }: Operation, components: Record<string, Schema>) {
  if (reply instanceof z.ZodUndefined) return {};
  return { content: { [mediaTypeOf(reply)]: { schema: jsonSchema(reply, components, 'output') } } };
}

function mediaTypeOf(reply: z.ZodType): string {
  if (reply instanceof z.ZodFile) return 'application/octet-stream';
  if (reply.meta()?.id === 'EventStream') return 'text/event-stream';
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
