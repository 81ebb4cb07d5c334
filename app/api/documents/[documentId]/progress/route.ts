import { z } from 'zod';
import { jsonReply, portalRoute } from '#app/_http/portal-route.ts';
import { scopeOfDocument } from '#app/_session/scopes.ts';
import { jobProgress } from '#lib/jobs/index.ts';
import { InvalidInput } from '#lib/platform/errors.ts';

const numbersSchema = z.array(z.coerce.number().int().min(1).max(999_999)).max(1_000);

/** ?pages=1,2 → only these pages; ?pages= → none; without it all of them. */
export const GET = portalRoute<{ documentId: string }>(async ({ url, params, session }) => {
  const scope = await scopeOfDocument(session, params.documentId, 'job:read');
  const pages = readNumbers(url.searchParams.get('pages'));
  return jsonReply(await jobProgress(scope, params.documentId, { pages }));
});

function readNumbers(text: string | null): number[] | undefined {
  if (text === null) return undefined;
  const numbers = numbersSchema.safeParse(text === '' ? [] : text.split(','));
  if (!numbers.success) throw new InvalidInput('`pages` is not a list of page numbers such as 1,2,3.');
  return numbers.data;
}
