export type Counts = { pages: number; failedPages: number };

export type UsageSubject = Counts & {
  kind: 'user' | 'token';
  /** Empty: somebody who is gone. */
  id: string;
  /** Null when they are gone. */
  name: string | null;
};

/** Bytes that the workspace keeps, what is stored once counted once. Pictures of pages are not counted. */
export type Storage = {
  documentBytes: number;
  exportBytes: number;
  apiFileBytes: number;
  totalBytes: number;
};
