import type { z } from 'zod';
import { InvalidInput } from '#lib/platform/errors.ts';
import { readBody } from './read-body.ts';

const LIMIT = { maxBytes: 4 * 1_048_576, tooLarge: 'The request body is larger than 4 MB.' };

/**
 * The JSON that a page of the portal sends to a route.
 * @throws InvalidInput when it has another shape, with the places that are wrong; LimitReached above 4 MiB.
 */
export async function readPortalJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parsedOrNothing(await readBody(request, LIMIT)));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, code, message }) => ({
    field: path.join('.'),
    type: code,
    description: message,
  }));
  throw new InvalidInput('The request has another form than this version of Lectern knows.', problems);
}

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
