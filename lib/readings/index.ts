export { pagesToHocr } from './pages-to-hocr.ts';
export { pagesToMarkdown } from './pages-to-markdown.ts';
export { pagesToText } from './pages-to-text.ts';
export type { ReadPage } from './read-page.ts';
