import { basename } from 'node:path';
import { pagesToHocr, pagesToMarkdown, pagesToText } from '#lib/readings/index.ts';
import type { ReadFile } from './read-file.ts';

export const formats = ['txt', 'md', 'json', 'hocr'] as const;
export type Format = (typeof formats)[number];

/** Writes files in the order given, each as soon as it and those before it are read; JSON at the end. */
export async function printFiles(
  reading: readonly Promise<ReadFile | null>[],
  format: Format,
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
    write(`${separator}${name}${textOf(file, format)}\n`);
    separator = '\n';
  }
}

function textOf({ file, pages }: ReadFile, format: Exclude<Format, 'json'>): string {
  switch (format) {
    case 'txt':
      return pagesToText(pages);
    case 'md':
      return pagesToMarkdown(pages);
    case 'hocr':
      return pagesToHocr(pages, basename(file)).trimEnd();
  }
}
