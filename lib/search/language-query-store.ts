import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { foldText } from './fold-text.ts';
import { prefixPattern } from './prefix-pattern.ts';
import type { SearchQuery, Term } from './search-query.ts';
import { isUnspaced } from './unspaced-script.ts';
import { usedConfigs } from './used-configs-store.ts';

/** What a query means for pages that are indexed by one configuration. `tsquery`s are in PostgreSQL's notation. */
export type LanguageQuery = {
  config: string;
  /** A page matches when it matches one of these; none when all words are such that every text has them. */
  alternatives: Alternative[];
  /** A `tsquery` of everything that is wanted, by which pages are ranked; null when no word has a place. */
  ranked: string | null;
};

export type Alternative = {
  /** A `tsquery`; null where only texts without blanks are looked for. */
  lexemes: string | null;
  /** A `tsquery` that matches at least the same pages, and that the index alone can answer. */
  loose: string | null;
  /** Numbers of pairs of neighbours (`lectern_word_pairs`) that every match has. */
  pairs: number[];
  /** What has to stand in the text without regard to words, or must not. */
  unspaced: Term[];
};

type Meaning = { lexemes: string; pairs: number[] };

/** The query in each of the languages by which pages of the workspace are indexed. */
export async function languageQueries(scope: Scope, { groups }: SearchQuery): Promise<LanguageQuery[]> {
  const asked = groups.flat().flatMap((term) => (isUnspacedTerm(term) ? [] : textsOf(term)));
  const rows = await database().$queryRaw<({ config: string; place: number | null } & Meaning)[]>`
    SELECT language.config, asked.place::int, meaning.lexemes::text, meaning.pairs
    FROM (${usedConfigs(scope.workspaceId)}) AS language
    LEFT JOIN unnest(
      ${asked.map(({ plain }) => plain)}::text[], ${asked.map(({ pattern }) => pattern)}::text[]
    ) WITH ORDINALITY AS asked (plain, pattern, place) ON true
    CROSS JOIN LATERAL (
      SELECT phraseto_tsquery(language.config::regconfig, asked.plain)
          || to_tsquery('lectern_simple', asked.pattern) AS lexemes,
        lectern_word_pairs(to_tsvector(language.config::regconfig, asked.plain)) AS pairs
    ) AS meaning`;
  return [...Map.groupBy(rows, ({ config }) => config)].map(([config, meanings]) => {
    const byPlace = new Map(meanings.map((meaning) => [meaning.place, meaning]));
    let place = 0;
    const read = groups.map((group) =>
      group.map((term) => {
        const texts = isUnspacedTerm(term) ? [] : term.texts.map(() => byPlace.get(++place));
        return { term, meanings: texts.flatMap((meaning) => (meaning?.lexemes ? [meaning] : [])) };
      }),
    );
    const wanted = read.flat().filter(({ term }) => !term.negated);
    const ranked = wanted.flatMap(({ meanings }) => meanings).map(({ lexemes }) => lexemes);
    return {
      config,
      alternatives: read.flatMap(alternativeOf),
      ranked: ranked.length > 0 ? either(ranked) : null,
    };
  });
}

type ReadTerm = { term: Term; meanings: Meaning[] };

/** None of a group in which nothing is wanted but words that every text has: it would match all pages. */
function alternativeOf(group: ReadTerm[]): Alternative[] {
  const spaced = group.filter(({ meanings }) => meanings.length > 0);
  const unspaced = group.map(({ term }) => term).filter(isUnspacedTerm);
  const wanted = spaced.filter(({ term }) => !term.negated).map(({ meanings }) => meanings);
  const unwanted = spaced.filter(({ term }) => term.negated).map(({ meanings }) => meanings);
  if (wanted.length === 0 && unspaced.every(({ negated }) => negated)) return [];
  const lexemesOf = (meanings: Meaning[]) => either(meanings.map(({ lexemes }) => lexemes));
  const all = [...wanted.map(lexemesOf), ...unwanted.map((meanings) => `!${lexemesOf(meanings)}`)];
  return [
    {
      lexemes: all.length > 0 ? all.join(' & ') : null,
      loose:
        wanted.length > 0
          ? wanted
              .map(lexemesOf)
              .join(' & ')
              .replace(/<(?:-|\d+)>/g, '&')
          : null,
      pairs: wanted.flatMap(([meaning, ...others]) => (meaning && others.length === 0 ? meaning.pairs : [])),
      unspaced,
    },
  ];
}

function textsOf({ kind, texts }: Term): { plain: string; pattern: string }[] {
  return texts.map(foldText).map((text) => {
    return kind === 'prefix' ? { plain: '', pattern: prefixPattern(text) } : { plain: text, pattern: '' };
  });
}

function either(lexemes: readonly string[]): string {
  return `(${lexemes.join(' | ')})`;
}

function isUnspacedTerm({ texts }: Term): boolean {
  return texts.some(isUnspaced);
}
