/**
 * The form in which texts and queries are compared: compatible characters alike, in lower case, and nothing but
 * letters, digits and accents, a point or comma within numbers apart. PostgreSQL's own parser takes `a/b` for a
 * path, and by some locales a quotation mark for a letter. Accents and endings are left to its dictionaries.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<!\p{N})[.,]|[.,](?!\p{N})|[^\p{L}\p{N}\p{M}.,]/gu, ' ');
}
