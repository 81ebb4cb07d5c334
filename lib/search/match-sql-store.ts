import { joinSql, type Sql, sql } from '#lib/platform/database.ts';
import { likeLiteral } from '#lib/platform/index.ts';
import { foldText } from './fold-text.ts';
import type { Alternative, LanguageQuery } from './language-query-store.ts';
import type { Term } from './search-query.ts';

// A page's vector also holds its workspace, so that the index alone finds the pages of one team. No word of a text
// looks like this.
export function workspaceLexeme(workspaceId: string): string {
  return `'workspace:${workspaceId}'`;
}

/** The condition on `s` (page_search) that a page matches, for pages that are looked at one by one. */
export function matchCondition(languages: readonly LanguageQuery[]): Sql {
  return anyOf(
    languages.flatMap(({ config, alternatives }) =>
      alternatives.map((alternative) => sql`(s.config = ${config} AND ${contentCondition(alternative)})`),
    ),
  );
}

/** A query for the `number`, `page_id` and `document_id` of every page that matches, found by the indexes. */
export function matchesByIndex(workspaceId: string, languages: readonly LanguageQuery[]): Sql {
  const byWords = languages.flatMap(({ config, alternatives }) => {
    const plain = alternatives.flatMap(({ pairs, unspaced, lexemes }) =>
      pairs.length === 0 && unspaced.length === 0 && lexemes ? [`(${lexemes})`] : [],
    );
    if (plain.length === 0) return [];
    const lexemes = `${workspaceLexeme(workspaceId)} & (${plain.join(' | ')})`;
    return [sql`(s.config = ${config} AND s.vector @@ ${lexemes}::tsquery)`];
  });
  const narrowed = languages.flatMap(({ config, alternatives }) =>
    alternatives
      .filter(({ pairs, unspaced }) => pairs.length > 0 || unspaced.length > 0)
      .map(
        (alternative) => sql`
          SELECT s.number, s.page_id, s.document_id
          FROM (SELECT * FROM page_search s WHERE ${narrowCondition(workspaceId, alternative)} OFFSET 0) AS s
          WHERE s.workspace_id = ${workspaceId} AND s.config = ${config} AND ${contentCondition(alternative)}`,
      ),
  );
  const branches = [
    ...(byWords.length > 0
      ? [
          sql`SELECT s.number, s.page_id, s.document_id FROM page_search s
            WHERE s.workspace_id = ${workspaceId} AND ${anyOf(byWords)}`,
        ]
      : []),
    ...narrowed,
  ];
  return branches.length > 0
    ? joinSql(branches, ' UNION ')
    : sql`SELECT number, page_id, document_id FROM page_search WHERE false`;
}

/**
 * What the indexes answer for themselves, without a look at the text: `OFFSET 0` around it keeps PostgreSQL from
 * computing the pairs of every candidate again.
 */
function narrowCondition(workspaceId: string, { loose, pairs, unspaced }: Alternative): Sql {
  const conditions = [
    ...(loose ? [sql`s.vector @@ ${`${workspaceLexeme(workspaceId)} & ${loose}`}::tsquery`] : []),
    ...(pairs.length > 0 ? [sql`lectern_word_pairs(s.vector) @> ${pairs}::int[]`] : []),
    ...unspaced.filter(({ negated }) => !negated).map(lettersCondition),
  ];
  return joinSql(conditions, ' AND ');
}

/** `<> ''`: only such texts are in the index. */
function lettersCondition({ texts }: Term): Sql {
  const any = texts.map(
    (text) => sql`lectern_letter_pairs(s.folded) @> lectern_letter_pairs(${foldText(text)})`,
  );
  return sql`(s.folded <> '' AND ${anyOf(any)})`;
}

function contentCondition({ lexemes, unspaced }: Alternative): Sql {
  const conditions = [
    ...(lexemes ? [sql`s.vector @@ ${lexemes}::tsquery`] : []),
    ...unspaced.map(unspacedCondition),
  ];
  return joinSql(conditions, ' AND ');
}

function unspacedCondition({ texts, negated }: Term): Sql {
  const any = anyOf(
    texts.map((text) => {
      const pattern = `%${likeLiteral(foldText(text))}%`;
      return sql`s.folded LIKE ${pattern}`;
    }),
  );
  return negated ? sql`NOT ${any}` : any;
}

function anyOf(conditions: readonly Sql[]): Sql {
  return conditions.length > 0 ? sql`(${joinSql([...conditions], ' OR ')})` : sql`false`;
}
