// node lib/testing/make-samples.ts : makes the two sample documents that the portal offers to new users.
// Deterministic: the same libraries make the same files, so a change of the files shows a change of this
// script.
import { writeFile } from 'node:fs/promises';
import { photograph } from './degrade-picture.ts';
import { drawPage, makePdf, type PageLine } from './image-factory.ts';
import { type Section, sampleReceipt, sampleReport } from './sample-texts.ts';

const CHARACTERS_A_LINE = 84;
const LINES_A_PAGE = 34;

/** Ten pages with two sections and a page number each. */
export async function makeSampleReport(): Promise<Uint8Array> {
  const pages = sampleReport.map((sections, index) => {
    const lines = sections.flatMap(sectionLines);
    const gap = Array<string>(LINES_A_PAGE - lines.length).fill('');
    return [...lines, ...gap, { text: `Page ${index + 1} of ${sampleReport.length}`, fontSize: 10 }];
  });
  return await makePdf(pages, { fontSize: 12, margin: 56 });
}

function sectionLines({ heading, paragraph }: Section): PageLine[] {
  return [{ text: heading, fontSize: 18, bold: true }, '', ...wrap(paragraph, CHARACTERS_A_LINE), '', ''];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A photographed receipt. */
export async function makeSampleReceipt(): Promise<Uint8Array> {
  const pageSize = { width: 236, height: 470 };
  const pdf = await makePdf([sampleReceipt], { fontSize: 11, pageSize, margin: 20, monospaced: true });
  return await photograph(await drawPage(pdf, 200), -2.4);
}

if (import.meta.main) {
  const folder = new URL('../documents/samples/', import.meta.url);
  await writeFile(new URL('report.pdf', folder), await makeSampleReport());
  await writeFile(new URL('receipt.jpg', folder), await makeSampleReceipt());
}
