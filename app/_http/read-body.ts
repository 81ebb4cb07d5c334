import { LimitReached } from '#lib/platform/errors.ts';

/**
 * The request's body as UTF-8 text, byte for byte.
 * @throws LimitReached with `tooLarge` above `maxBytes`, as soon as that is known, whatever length was announced.
 */
export async function readBody(
  request: Request,
  { maxBytes, tooLarge }: { maxBytes: number; tooLarge: string },
): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new LimitReached(tooLarge);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new LimitReached(tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
