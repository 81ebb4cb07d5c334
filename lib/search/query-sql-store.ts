import { joinSql, type Sql, sql } from '#lib/platform/database.ts';
import { likeLiteral } from '#lib/platform/index.ts';
import { foldText } from './fold-text.ts';
import { type SearchQuery, type Term, wantedTerms } from './search-query.ts';
import { isUnspaced } from './unspaced-script.ts';

// A page's vector also holds its workspace, so that the index alone finds the pages of one team. No word of a text
// looks like this.
export function workspaceLexeme(workspaceId: string): string {
  return `'workspace:${workspaceId}'`;
}

/** The condition on `s` (page_search) for pages of the workspace that match, for each configuration its own. */
export function matchCondition(query: SearchQuery, workspaceId: string, configs: readonly string[]): Sql {
  const alternatives = configs.flatMap((config) =>
    query.groups.map(
      (group) => sql`(s.config = ${config} AND ${groupCondition(group, workspaceId, config)})`,
    ),
  );
  return alternatives.length > 0 ? sql`(${joinSql(alternatives, ' OR ')})` : sql`false`;
}

/** The words to mark, by the configuration of the row `s`; null where none of them is a word of its language. */
export function wantedQuery(query: SearchQuery, configs: readonly string[]): Sql {
  const spaced = wantedTerms(query).filter((term) => !isUnspacedTerm(term));
  if (spaced.length === 0 || configs.length === 0) return sql`NULL::tsquery`;
  const cases = configs.map((config) => {
    const queries = spaced.map((term) => positiveQuery(term, config));
    return sql`WHEN ${config} THEN (${joinSql(queries, ' || ')})`;
  });
  return sql`CASE s.config ${joinSql(cases, ' ')} END`;
}

/** Whether, in this configuration, something is left of the wanted terms without the words that every text has. */
export function hasLexemes(query: SearchQuery, config: string): Sql {
  const wanted = wantedTerms(query);
  if (wanted.some(isUnspacedTerm)) return sql`true`;
  return sql`numnode(${joinSql(
    wanted.map((term) => positiveQuery(term, config)),
    ' || ',
  )}) > 0`;
}

/** The term as one query in the configuration, any of its texts; `e-mail` is two words, one after the other. */
export function positiveQuery({ kind, texts }: Pick<Term, 'kind' | 'texts'>, config: string): Sql {
  const queries = texts.map(foldText).map((text) => {
    if (kind === 'prefix') return sql`to_tsquery('lectern_simple', ${prefixPattern(text)})`;
    return sql`phraseto_tsquery(${config}::text::regconfig, ${text})`;
  });
  return sql`(${joinSql(queries, ' || ')})`;
}

/** `to_tsquery`'s notation for words that begin with the text. */
export function prefixPattern(text: string): string {
  const words = text.split(' ').filter(Boolean);
  return words.map((word, place) => (place < words.length - 1 ? word : `${word}:*`)).join(' <-> ');
}

function groupCondition(group: readonly Term[], workspaceId: string, config: string): Sql {
  const conditions = group.filter(isUnspacedTerm).map(unspacedCondition);
  const spaced = group.filter((term) => !isUnspacedTerm(term));
  const wanted = spaced.filter(({ negated }) => !negated).map((term) => positiveQuery(term, config));
  const unwanted = spaced
    .filter(({ negated }) => negated)
    .map((term) => sql`!!${positiveQuery(term, config)}`);
  const lexemes = [sql`${workspaceLexeme(workspaceId)}::tsquery`, ...wanted, ...unwanted];
  if (spaced.length > 0) conditions.push(sql`s.vector @@ (${joinSql(lexemes, ' && ')})`);
  // Without this a group of words that every text has would match all pages.
  if (wanted.length > 0) conditions.push(sql`numnode(${joinSql(wanted, ' && ')}) > 0`);
  return joinSql(conditions, ' AND ');
}

function isUnspacedTerm({ texts }: Term): boolean {
  return texts.some(isUnspaced);
}

function unspacedCondition({ texts, negated }: Term): Sql {
  const likes = texts.map((text) => {
    const pattern = `%${likeLiteral(foldText(text))}%`;
    return sql`s.folded LIKE ${pattern}`;
  });
  const any = sql`(${joinSql(likes, ' OR ')})`;
  return negated ? sql`NOT ${any}` : any;
}
