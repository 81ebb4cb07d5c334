import type { ReadPage } from './read-page.ts';

/**
 * Plain text: a line for each row, tabs between the cells of tables, form feeds between pages. A page that could
 * not be read (null) is empty. Line ends within are those of the readings; none follows the last line.
 */
export function pagesToText(pages: readonly (Pick<ReadPage, 'text'> | null)[]): string {
  return pages.map((page) => page?.text ?? '').join('\f');
}
