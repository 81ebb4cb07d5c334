import type { PageFormat } from './page-format.ts';

/**
 * Plain text: a line for each row, tabs between the cells of tables, form feeds between pages. A page that could
 * not be read is empty. Line ends within are those of the readings; none follows the last line.
 */
export const textFormat: PageFormat = {
  head: () => '',
  page: ({ reading }) => reading?.text ?? '',
  between: '\f',
  foot: '',
};
