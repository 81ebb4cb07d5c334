import { BadRequest } from './bad-request.ts';
import { readBody } from './read-body.ts';

// Replicate's JavaScript client puts up to 10 MB of files into one request as base64 (contract 1.7).
const LIMIT = {
  maxBytes: 16 * 1_048_576,
  tooLarge: 'The request body is larger than 16 MB. Upload files to /v1/files instead.',
};

/**
 * The request's JSON, whatever its content type says.
 * @throws BadRequest when it is not a JSON object; LimitReached above 16 MiB, as soon as that is known.
 */
export async function readJsonObject(request: Request): Promise<object> {
  const value = parse(await readBody(request, LIMIT));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadRequest('The request body must be a JSON object.');
  return value;
}

/** The parser's own message would quote the body. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest('The request body is not valid JSON.');
  }
}
