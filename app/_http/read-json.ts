import { LimitReached } from '#lib/platform/errors.ts';
import { BadRequest } from './bad-request.ts';

// Replicate's JavaScript client puts up to 10 MB of files into one request as base64 (contract 1.7).
const MAX_JSON_BYTES = 16 * 1_048_576;

/**
 * The request's JSON, whatever its content type says.
 * @throws BadRequest when it is not a JSON object; LimitReached above 16 MiB, as soon as that is known.
 */
export async function readJsonObject(request: Request): Promise<object> {
  const text = await readText(request);
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadRequest('The request body must be a JSON object.');
  return value;
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = Number(request.headers.get('content-length') ?? 0);
  if (size > MAX_JSON_BYTES) throw tooLarge();
  size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_JSON_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The parser's own message would quote the body. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest('The request body is not valid JSON.');
  }
}

function tooLarge(): LimitReached {
  return new LimitReached('The request body is larger than 16 MB. Upload files to /v1/files instead.');
}
