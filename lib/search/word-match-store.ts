import { database } from '#lib/platform/database.ts';
import { foldText } from './fold-text.ts';
import { prefixPattern } from './prefix-pattern.ts';

/** A word as it is searched for. */
export type Token = { text: string; isPrefix: boolean };

export type WordMatches = {
  /** Whether the token stands for the word in the configuration: the same stem, or the same beginning. */
  matches(token: Token, word: string): boolean;
  /** Whether every text of the language has the token, so that it tells nothing. */
  isCommon(token: Token): boolean;
};

/** Compares words of a page with what is searched for, as the index does. */
export async function matchWords(
  words: readonly string[],
  tokens: readonly Token[],
  config: string,
): Promise<WordMatches> {
  const foldedOf = new Map([...new Set(words)].map((word) => [word, foldText(word)]));
  const folded = [...new Set(foldedOf.values())];
  const plain = tokens.map(({ text, isPrefix }) => (isPrefix ? '' : foldText(text)));
  const patterns = tokens.map(({ text, isPrefix }) => (isPrefix ? prefixPattern(foldText(text)) : ''));
  const rows = await database().$queryRaw<{ token: number; words: string[]; common: boolean }[]>`
    WITH known AS MATERIALIZED (
      SELECT word, to_tsvector(${config}::text::regconfig, word) AS lexemes
      FROM unnest(${folded}::text[]) AS word
    ), wanted AS MATERIALIZED (
      SELECT place, phraseto_tsquery(${config}::text::regconfig, plain)
        || to_tsquery('lectern_simple', pattern) AS lexemes
      FROM unnest(${plain}::text[], ${patterns}::text[]) WITH ORDINALITY AS token (plain, pattern, place)
    )
    SELECT wanted.place::int AS token, numnode(wanted.lexemes) = 0 AS common,
      ARRAY(SELECT word FROM known WHERE known.lexemes @@ wanted.lexemes) AS words
    FROM wanted`;
  const byToken = new Map(
    rows.flatMap(({ token, words, common }) => {
      const asked = tokens[token - 1];
      return asked ? [[asked, { words: new Set(words), common }] as const] : [];
    }),
  );
  return {
    matches: (token, word) => byToken.get(token)?.words.has(foldedOf.get(word) ?? foldText(word)) ?? false,
    isCommon: (token) => byToken.get(token)?.common ?? true,
  };
}
