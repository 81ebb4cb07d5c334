import type { Scope } from '#lib/access/index.ts';
import type { ImportPreview } from '#lib/contracts/index.ts';
import { getExtraction } from '#lib/extractions/index.ts';
import type { ImportSource } from './import-source.ts';
import { hasOtherShape } from './lines-on-page.ts';
import { planImport } from './plan-import.ts';

/** As many as somebody reads before saying yes. */
const MAX_TEXTS = 10;

/** What an import would change; stores nothing. @throws NotFound; InvalidInput for a file that does not fit */
export async function previewImport(
  scope: Scope,
  documentId: string,
  source: ImportSource,
): Promise<ImportPreview> {
  const plan = await planImport(scope, documentId, source);
  const pages: ImportPreview['pages'] = [];
  const misshapen: number[] = [];
  for (const [index, { number, layout }] of plan.pages.entries()) {
    if (index >= MAX_TEXTS) {
      pages.push({ number, texts: null });
      continue;
    }
    const { size, lines } = await getExtraction(scope, documentId, number);
    if (hasOtherShape(layout, size)) misshapen.push(number);
    const texts = { before: textOf(lines), after: textOf(layout.lines) };
    pages.push({ number, texts });
  }
  return { format: plan.format, pages, unread: plan.unread, misshapen };
}

function textOf(lines: readonly { text: string }[]): string {
  return lines.map(({ text }) => text).join('\n');
}
