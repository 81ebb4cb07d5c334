import type { ExtractionLine, PageReading, ReviewState } from '#lib/contracts/index.ts';
import { applyOperations, linesOfReading } from '#lib/corrections/index.ts';
import type { Revision } from './revision-store.ts';

/** Names a page in all that is written about it. */
export type PagePlace = { workspaceId: string; documentId: string; pageId: string; pageNumber: number };

/** What the machine read on a page in one job; never changes. */
export type MachineReading = {
  jobPageId: string;
  text: string;
  /** Null when the service gave text alone. */
  reading: PageReading | null;
  /** Codes of the languages in which it was read; may be `auto`, or none. */
  languages: string[];
  readAt: Date;
};

/** What a page says now. */
export type PageExtraction = PagePlace & {
  jobPageId: string;
  newerJobPageId: string | null;
  /** Number of the newest revision; 0 while the page stands as the machine read it. */
  revision: number;
  /** Null while `revision` is 0. */
  lines: ExtractionLine[] | null;
  text: string;
  state: ReviewState;
  /** Name of the person; null when nobody has decided, or they left. */
  reviewedBy: string | null;
  reviewedAt: Date | null;
};

/** Lines of a page that nobody corrected are those of its reading. */
export function linesOf({ lines }: Pick<PageExtraction, 'lines'>, machine: MachineReading): ExtractionLine[] {
  return lines ?? linesOfReading(machine.reading, machine.text);
}

/** The lines after these revisions, of which the first was made on the machine's lines. */
export function replay(
  machine: Pick<MachineReading, 'reading' | 'text'>,
  revisions: readonly Pick<Revision, 'operations'>[],
): ExtractionLine[] {
  return revisions.reduce(
    (lines, { operations }) => applyOperations(lines, operations).lines,
    linesOfReading(machine.reading, machine.text),
  );
}
