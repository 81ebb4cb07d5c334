export { findHits } from './find-hits.ts';
export { indexPage, type PageToIndex } from './index-page.ts';
export { type FoundPages, MAX_MATCHES, searchPages } from './search-pages.ts';
export { suggest } from './suggest.ts';
export type { PageHit } from './to-page-hits.ts';
