import { EXPORT_SCHEMA_NAME, exportPageSchema } from '#lib/contracts/index.ts';
import type { PageFormat } from './page-format.ts';

/** JSON after the published schema (contracts: export-document), a page on each line. */
export const jsonFormat: PageFormat = {
  head: (document) => `{"schema":"${EXPORT_SCHEMA_NAME}","document":${JSON.stringify(document)},"pages":[\n`,
  page: (page) => JSON.stringify(exportPageSchema.parse(page)),
  between: ',\n',
  foot: '\n]}\n',
};
