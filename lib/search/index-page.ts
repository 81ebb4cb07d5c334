import type { Tx } from '#lib/platform/index.ts';
import { foldText } from './fold-text.ts';
import { upsertPageSearch } from './page-search-store.ts';
import { configOf } from './text-search-config.ts';
import { isUnspaced } from './unspaced-script.ts';
import { addWords } from './word-store.ts';
import { wordsOfText } from './words-of-text.ts';

/** PostgreSQL refuses more than 1 MB of lexemes in one vector; no printed page comes near. */
const MAX_INDEXED_LENGTH = 300_000;

export type PageToIndex = {
  workspaceId: string;
  documentId: string;
  pageId: string;
  /** What the page says now. */
  text: string;
  /** Codes of the languages in which it was read. */
  languages: readonly string[];
};

/** Makes the page's text findable, in the transaction that changes the text. */
export async function indexPage(tx: Tx, page: PageToIndex): Promise<void> {
  const { workspaceId, documentId, pageId, languages } = page;
  const text = foldText(page.text.slice(0, MAX_INDEXED_LENGTH));
  const folded = isUnspaced(text) ? text : '';
  await upsertPageSearch(tx, { workspaceId, documentId, pageId, text, folded, config: configOf(languages) });
  await addWords(tx, workspaceId, wordsOfText(page.text));
}
