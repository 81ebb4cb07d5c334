/** A file of another program: for one page of the document, or for all of its pages. */
export type ImportSource = {
  text: string;
  /** From 1; undefined: all pages. */
  pageNumber: number | undefined;
};
