import { z } from 'zod';
import { cogPaths, cogSchemas } from './cog-document.ts';
import type { Model } from './model.ts';

/**
 * The OpenAPI document of a version. Clients read `components.schemas.Output` to see whether output is an
 * iterator, and `Input` to draw forms; the rest is the same for every model (contract 12.6).
 */
export function versionSchema(model: Model) {
  return {
    openapi: '3.0.2',
    info: { title: 'Cog', version: '0.1.0' },
    paths: cogPaths,
    components: { schemas: { Input: inputSchema(model), Output: outputSchema(model), ...cogSchemas } },
  };
}

function inputSchema({ input }: Model) {
  const { properties = {}, required } = jsonSchema(input);
  const titled = Object.entries(properties).map(([name, property], index) => [
    name,
    { ...(typeof property === 'object' ? property : {}), title: title(name), 'x-order': index },
  ]);
  return {
    type: 'object',
    title: 'Input',
    ...(required?.length ? { required } : {}),
    properties: Object.fromEntries(titled),
  };
}

function outputSchema({ output }: Model) {
  return { ...jsonSchema(output), title: 'Output' };
}

function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
  return described;
}

/** `log_interval_ms` is titled `Log Interval Ms`. */
function title(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
