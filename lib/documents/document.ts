import type { Tag } from '#lib/contracts/index.ts';

export type DocumentState = 'inspecting' | 'ready' | 'unreadable';

/** What somebody uploaded. */
export type Document = {
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Key of the bytes in the blob store. */
  sha256: string;
  state: DocumentState;
  /** Why it is unreadable; a sentence for people. */
  problem: string | null;
  /** Unreadable for want of a password that opens it. */
  locked: boolean;
  /** Key of the same PDF without its encryption, once a password has opened it. */
  unlockedSha256: string | null;
  pageCount: number | null;
  createdAt: Date;
  /** The person's name; null when a program brought it. */
  createdBy: string | null;
  /** Name of the API token that brought it. */
  apiToken: string | null;
  /** Null outside of all folders. */
  folderId: string | null;
  /** By name. */
  tags: Tag[];
  /** Blob key of the first page's small picture. */
  thumbnailSha256: string | null;
};

export type Page = {
  /** 1 for the first page. */
  number: number;
  /** Pixels of an image, points of a PDF page. */
  width: number;
  height: number;
  imageSha256: string | null;
  thumbnailSha256: string | null;
  /** The picture for reading closely; null until somebody asked for it. */
  largeSha256: string | null;
};
