'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { DocumentFilters, Tag } from '#lib/contracts/index.ts';
import { useLibraryNews } from './use-library-news.ts';

export type Folder = { id: string; parentId: string | null; name: string; documents: number };

export type Library = {
  /** The view that is open. */
  filters: DocumentFilters;
  tags: readonly (Tag & { documents: number })[];
  folders: readonly Folder[];
  people: readonly { id: string; name: string }[];
};

const LibraryContext = createContext<Library | null>(null);

/** Kept true while the page is open. */
export function LibraryProvider({ value, children }: { value: Library; children: ReactNode }) {
  useLibraryNews();
  return <LibraryContext value={value}>{children}</LibraryContext>;
}

/** Tags, folders and people of the workspace, and the view of its documents that is open. */
export function useLibrary(): Library {
  const library = useContext(LibraryContext);
  if (!library) throw new Error('useLibrary needs the page of the documents above it');
  return library;
}
