import type { Scope } from '#lib/access/index.ts';
import type { Suggestions } from '#lib/contracts/index.ts';
import { findFindable } from './findable-word-store.ts';
import { findDocumentsByName } from './named-document-store.ts';
import { findWordsByPrefix } from './word-store.ts';

const MOST_WORDS = 6;
const MOST_DOCUMENTS = 4;
/** Some of the words stood on pages that have gone. */
const CANDIDATES = 24;

/** What the last word of `input` may become, and documents whose name holds it; nothing for one letter. */
export async function suggest(scope: Scope, input: string): Promise<Suggestions> {
  const last = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*$/u.exec(input)?.[0] ?? '';
  if (last.length < 2 || last.length > 40) return { words: [], documents: [] };
  const [candidates, documents] = await Promise.all([
    findWordsByPrefix(scope, last.toLowerCase(), CANDIDATES),
    findDocumentsByName(scope, [last], MOST_DOCUMENTS),
  ]);
  return { words: await findFindable(scope, candidates, MOST_WORDS), documents };
}
