import { basename } from 'node:path';
import {
  altoFormat,
  csvFormat,
  documentText,
  hocrFormat,
  markdownFormat,
  type NumberedPage,
  type PageFormat,
  pageXml,
  textFormat,
} from '#lib/readings/index.ts';
import type { ReadFile } from './read-file.ts';

export const textFormats = ['txt', 'md', 'json', 'hocr', 'alto', 'page', 'csv'] as const;
export type TextFormat = (typeof textFormats)[number];

const pageFormats: Record<Exclude<TextFormat, 'json' | 'page'>, PageFormat> = {
  txt: textFormat,
  md: markdownFormat,
  hocr: hocrFormat,
  alto: altoFormat,
  csv: csvFormat,
};

/** Writes files in the order given, each as soon as it and those before it are read; JSON at the end. */
export async function printFiles(
  reading: readonly Promise<ReadFile | null>[],
  format: TextFormat,
  write: (text: string) => void,
): Promise<void> {
  if (format === 'json') {
    const files = (await Promise.all(reading)).filter((file) => file !== null);
    write(`${JSON.stringify(files)}\n`);
    return;
  }
  let separator = '';
  for (const pending of reading) {
    const file = await pending;
    if (!file) continue;
    const name = reading.length > 1 ? `==> ${basename(file.file)} <==\n` : '';
    write(`${separator}${name}${textOf(file, format).replace(/\r?\n$/, '')}\n`);
    separator = '\n';
  }
}

function textOf({ file, pages }: ReadFile, format: Exclude<TextFormat, 'json'>): string {
  const name = basename(file);
  const numbered = pages.map((reading, index): NumberedPage => ({ number: index + 1, reading }));
  if (format === 'page') return numbered.map((page) => pageXml(page, name, new Date())).join('');
  return documentText(pageFormats[format], numbered, { name, pageCount: pages.length });
}
