import { type LayoutFile, LayoutProblem } from './layout-file.ts';
import { readAlto } from './read-alto.ts';
import { readHocr } from './read-hocr.ts';

/** Of what stands before the first element that tells the format. */
const HEAD_LENGTH = 10_000;
const PROLOGUE = /<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/gi;

/**
 * What another program read, from its hOCR or ALTO file. The text may come from anybody: it is never fetched from or
 * expanded, and what cannot be understood is told by line and element.
 */
export function readLayout(text: string): LayoutFile {
  const root = /<(?:[\w-]+:)?([\w-]+)/.exec(text.slice(0, HEAD_LENGTH).replace(PROLOGUE, ''))?.[1];
  try {
    if (root === 'alto') return { outcome: 'read', format: 'ALTO', pages: readAlto(text) };
    if (root?.toLowerCase() === 'html' || /class=["'][^"']*\bocr_page\b/.test(text))
      return { outcome: 'read', format: 'hOCR', pages: readHocr(text) };
  } catch (error) {
    if (error instanceof LayoutProblem) return { outcome: 'unreadable', problem: error.message };
    throw error;
  }
  const found = root === undefined ? '' : ` It begins with <${root.slice(0, 40)}>.`;
  return { outcome: 'unreadable', problem: `The file is neither hOCR nor ALTO.${found}` };
}
