import type { ExtractionLine } from '#lib/contracts/index.ts';
import { linesOfReading, textOfLines, unresolvedWords } from '#lib/corrections/index.ts';
import { storableText, type Tx } from '#lib/platform/index.ts';
import { indexPage } from '#lib/search/index.ts';
import type { MachineReading, PagePlace } from './extraction.ts';
import { upsertExtraction } from './extraction-store.ts';

/** What a page says from now on: what the machine read, or lines that people made of it. */
export type NewContent = {
  machine: MachineReading;
  corrected: { revision: number; lines: ExtractionLine[] } | null;
  /** A later reading that is still to be offered. */
  newerJobPageId: string | null;
};

/**
 * The one place that writes what a page says, with all that follows from it. A decision about the page was about
 * other text and falls; a page that people changed is in review.
 */
export async function writeExtraction(
  tx: Tx,
  place: PagePlace,
  { machine, corrected, newerJobPageId }: NewContent,
  now: Date,
): Promise<void> {
  const lines = corrected?.lines ?? linesOfReading(machine.reading, machine.text);
  const text = corrected ? storableText(textOfLines(lines, machine.reading)) : machine.text;
  await upsertExtraction(tx, place, {
    jobPageId: machine.jobPageId,
    newerJobPageId,
    revision: corrected?.revision ?? 0,
    lines: corrected && lines,
    text,
    wordCount: lines.reduce((sum, { words }) => sum + words.length, 0),
    confidence: confidenceOf(machine),
    doubtfulCount: unresolvedWords(lines).length,
    state: corrected ? 'in_review' : 'new',
    readAt: machine.readAt,
    changedAt: now,
  });
  const { workspaceId, documentId, pageId } = place;
  await indexPage(tx, { workspaceId, documentId, pageId, text, languages: machine.languages });
}

/** How sure the machine was, whatever people made of it. */
function confidenceOf({ reading }: MachineReading): number | null {
  const words = reading?.lines.flatMap((line) => line.words) ?? [];
  if (words.length === 0) return null;
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
}
