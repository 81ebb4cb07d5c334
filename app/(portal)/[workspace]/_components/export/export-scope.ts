/** Whole documents, or one page of one. `pageCount`: pages of a single document; null when it is not known. */
export type ExportScope =
  | { documentIds: readonly string[]; pageCount?: number | null }
  | { documentId: string; page: number };
