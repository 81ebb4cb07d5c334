import { z } from 'zod';
import { type Api, predictionsApi } from './apis.ts';
import { openApiDocument } from './openapi.ts';

const schemaSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  description: z.string().optional(),
  examples: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.looseObject({})).optional(),
  required: z.array(z.string()).optional(),
  items: z.union([z.looseObject({}), z.boolean()]).optional(),
  anyOf: z.array(z.looseObject({})).optional(),
  oneOf: z.array(z.looseObject({})).optional(),
});
/** A longer list, of languages for example, is told in words. */
const MOST_VALUES = 10;

const contentSchema = z.object({
  schema: schemaSchema,
  example: z.record(z.string(), z.unknown()).optional(),
});

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  'x-permission': z.string().optional(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean().default(false),
      description: z.string().default(''),
      schema: schemaSchema,
    }),
  ),
  requestBody: z.object({ content: z.record(z.string(), contentSchema) }).optional(),
  responses: z.record(z.string(), z.looseObject({})),
});

/** One thing a caller may send. `place` is path, query, header, body, form or input. */
export type ReferenceField = {
  name: string;
  place: string;
  type: string;
  isRequired: boolean;
  description: string;
  /** A value for a sample. */
  sample?: string;
};

export type ReferenceEntry = {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** Undefined where no token is needed. */
  permission: string | undefined;
  fields: ReferenceField[];
  /** Of a success. */
  status: string;
  /** What may be sent, where the description has an example; `$NAME` stands for an id of the caller's. */
  example: { type: string; value: Record<string, unknown> } | undefined;
};

export type ReferenceGroup = { name: string; entries: ReferenceEntry[] };

/** The OpenAPI document of an API in the form in which people read it: by subject, with what each call takes. */
export function apiReference(api: Api = predictionsApi): ReferenceGroup[] {
  const groups = new Map<string, ReferenceEntry[]>();
  for (const [path, methods] of Object.entries(openApiDocument('', [api]).paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const operation = operationSchema.parse(described);
      const [tag] = operation.tags;
      groups.set(tag, [...(groups.get(tag) ?? []), entryOf(method, path, operation)]);
    }
  }
  return [...groups].map(([name, entries]) => ({ name, entries }));
}

function entryOf(method: string, path: string, operation: z.infer<typeof operationSchema>): ReferenceEntry {
  const parameters = operation.parameters.map(({ name, in: place, required, description, schema }) => ({
    name,
    place,
    type: typeOf(schema),
    isRequired: required,
    description,
    ...(typeof schema.examples?.[0] === 'string' && { sample: schema.examples[0] }),
  }));
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    permission: operation['x-permission'],
    fields: [...parameters, ...bodyFields(operation.requestBody?.content ?? {})],
    status: Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? '',
    example: exampleOf(operation.requestBody?.content ?? {}),
  };
}

function exampleOf(content: Record<string, z.infer<typeof contentSchema>>): ReferenceEntry['example'] {
  const [first] = Object.entries(content);
  return first?.[1].example && { type: first[0], value: first[1].example };
}

function bodyFields(content: Record<string, { schema: z.infer<typeof schemaSchema> }>): ReferenceField[] {
  return Object.entries(content).flatMap(([type, { schema }]) =>
    fieldsOf(schema, type === 'application/json' ? 'body' : 'form'),
  );
}

/** The fields of an object that a JSON schema describes. */
export function fieldsOf(schema: unknown, place: string): ReferenceField[] {
  const { properties = {}, required = [] } = schemaSchema.parse(schema);
  return Object.entries(properties).map(([name, property]) => {
    const described = schemaSchema.parse(property);
    return {
      name,
      place,
      type: typeOf(described),
      isRequired: required.includes(name),
      description: described.description ?? '',
    };
  });
}

function typeOf({ type, format, enum: values, items, anyOf, oneOf }: z.infer<typeof schemaSchema>): string {
  const choices = anyOf ?? oneOf;
  if (choices) return [...new Set(choices.map((one) => typeOf(schemaSchema.parse(one))))].join(' or ');
  if (values && values.length <= MOST_VALUES)
    return values.map((value) => JSON.stringify(value)).join(' or ');
  if (type === 'array' && typeof items === 'object') return `list of ${typeOf(schemaSchema.parse(items))}`;
  const name = Array.isArray(type) ? type.join(' or ') : (type ?? 'anything');
  return format && format !== 'binary' ? `${name} (${format})` : name;
}
