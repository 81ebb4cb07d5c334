export type PageSize = { width: number; height: number };

/** Page sizes are upright: pixels for an image, points (1/72 inch) for a PDF. */
export type DocumentInfo = { kind: 'pdf' | 'image'; format: string; pages: PageSize[] };
