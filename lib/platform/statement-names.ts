import { createHash } from 'node:crypto';

/** Each connection keeps what it has prepared. */
const MOST_STATEMENTS = 500;

/**
 * Names for statements, so that the database parses and plans each of them once for a connection instead of every
 * time. Texts that depend on how many values they hold are many: beyond the first few hundred, none gets a name.
 */
export function createStatementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_STATEMENTS) return '';
    const name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
    return name;
  };
}
