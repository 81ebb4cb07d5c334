import { MAX_QUERY_LENGTH } from '#lib/contracts/index.ts';
import { InvalidInput } from '#lib/platform/index.ts';

/** One thing to look for; any of `texts` will do (there are several when similar words stand in for one). */
export type Term = { kind: 'words' | 'phrase' | 'prefix'; texts: string[]; negated: boolean };

/** Pages match when they match all terms of at least one group. */
export type SearchQuery = { groups: Term[][] };

const MAX_TERMS = 32;
const TOKEN = /\s*(?:(-?)"([^"]*)(?:"|$)|(\S+))/gu;

/**
 * Reads what people write in a search box: words (all are wanted), "phrases", begin*, -unwanted, OR between
 * alternatives. Anything can be read. @throws InvalidInput when it is too long.
 */
export function parseQuery(input: string): SearchQuery {
  if (input.length > MAX_QUERY_LENGTH) {
    throw new InvalidInput(`A search has at most ${MAX_QUERY_LENGTH} characters. Shorten it.`);
  }
  const groups: Term[][] = [[]];
  let count = 0;
  // A NUL, which an address can carry, is no text to PostgreSQL.
  const typed = input.replaceAll('\0', ' ').replace(/[“”„«»]/gu, '"');
  for (const [, minus, phrase, bare] of typed.matchAll(TOKEN)) {
    if (bare === 'OR' || bare === '|') {
      if (groups.at(-1)?.length) groups.push([]);
      continue;
    }
    const term = bare === undefined ? phraseTerm(phrase ?? '', minus === '-') : bareTerm(bare);
    if (!term) continue;
    if (++count > MAX_TERMS) throw new InvalidInput(`A search has at most ${MAX_TERMS} words. Shorten it.`);
    groups.at(-1)?.push(term);
  }
  return { groups: groups.filter((group) => group.length > 0) };
}

/** Whether every alternative names something that is wanted: what is only unwanted finds nearly everything. */
export function wantsSomething({ groups }: SearchQuery): boolean {
  return groups.length > 0 && groups.every((group) => group.some(({ negated }) => !negated));
}

export function wantedTerms({ groups }: SearchQuery): Term[] {
  return groups.flat().filter(({ negated }) => !negated);
}

function phraseTerm(text: string, negated: boolean): Term | null {
  return hasWord(text) ? { kind: 'phrase', texts: [text.trim()], negated } : null;
}

function bareTerm(token: string): Term | null {
  const negated = token.startsWith('-') && token.length > 1;
  const text = negated ? token.slice(1) : token;
  if (!hasWord(text)) return null;
  const begin = /^(.*[\p{L}\p{N}])\*+$/u.exec(text)?.[1];
  return begin
    ? { kind: 'prefix', texts: [begin], negated }
    : { kind: 'words', texts: [text.replaceAll('"', '')], negated };
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
