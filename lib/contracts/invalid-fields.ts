import type { z } from 'zod';
import type { InvalidField } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * Tells zod's findings in the words of gojsonschema, which are Replicate's. `input` is what was parsed, needed to
 * tell a missing property from a wrong one; its values never reach the result.
 * @param root path of `input` inside the request body, such as ['input'].
 */
export function invalidFields(error: z.ZodError, input: unknown, root: Path = []): InvalidField[] {
  return error.issues.flatMap((issue) => fieldsOf(issue, input, root));
}

function fieldsOf(issue: Issue, input: unknown, root: Path): InvalidField[] {
  const path = [...root, ...issue.path];
  const field = fieldName(path);
  const given = valueAt(input, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      if (given === undefined) return [missing(path)];
      return [
        {
          type: 'invalid_type',
          field,
          description: `Invalid type. Expected: ${jsonType(issue.expected)}, given: ${typeOf(given)}`,
        },
      ];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        type: 'additional_property_not_allowed',
        field,
        description: `Additional property ${key} is not allowed`,
      }));
    case 'invalid_value': {
      if (given === undefined) return [missing(path)];
      const allowed = issue.values.map((value) => JSON.stringify(value)).join(', ');
      return [{ type: 'enum', field, description: `${field} must be one of the following: ${allowed}` }];
    }
    case 'invalid_format':
      return [{ type: 'format', field, description: `Does not match format '${formatName(issue.format)}'` }];
    case 'too_small':
    case 'too_big':
      return [{ ...bound(issue), field }];
    case 'custom': {
      const format = issue.params?.format;
      if (typeof format === 'string')
        return [{ type: 'format', field, description: `Does not match format '${format}'` }];
      // The schema's own sentence, which names nothing that was sent.
      const description = issue.params?.description;
      return [
        {
          type: 'invalid',
          field,
          description: typeof description === 'string' ? description : 'Is not valid',
        },
      ];
    }
    default:
      return [{ type: 'invalid', field, description: 'Is not valid' }];
  }
}

function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Omit<InvalidField, 'field'> {
  const isSmall = issue.code === 'too_small';
  const limit = isSmall ? issue.minimum : issue.maximum;
  if (issue.origin === 'string')
    return isSmall
      ? { type: 'string_gte', description: `String length must be greater than or equal to ${limit}` }
      : { type: 'string_lte', description: `String length must be less than or equal to ${limit}` };
  if (issue.origin === 'array')
    return isSmall
      ? { type: 'array_min_items', description: `Array must have at least ${limit} items` }
      : { type: 'array_max_items', description: `Array must have at most ${limit} items` };
  const side = isSmall ? 'greater' : 'less';
  return issue.inclusive
    ? {
        type: isSmall ? 'number_gte' : 'number_lte',
        description: `Must be ${side} than or equal to ${limit}`,
      }
    : { type: isSmall ? 'number_gt' : 'number_lt', description: `Must be ${side} than ${limit}` };
}

function missing(path: Path): InvalidField {
  const name = String(path.at(-1) ?? 'body');
  return { type: 'required', field: fieldName(path.slice(0, -1)), description: `${name} is required` };
}

function fieldName(path: Path): string {
  return path.map(String).join('.');
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function jsonType(expected: string): string {
  if (expected === 'int') return 'integer';
  return expected === 'record' ? 'object' : expected;
}

function formatName(format: string): string {
  return format === 'url' ? 'uri' : format;
}
