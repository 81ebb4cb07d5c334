import type { Scope } from '#lib/access/index.ts';
import { pageReadingSchema, type RegionAnswer, type RegionRequest } from '#lib/contracts/index.ts';
import { fileToRead } from '#lib/documents/index.ts';
import { machineReading } from '#lib/extractions/index.ts';
import { Conflict, InvalidInput, logger, storableJson, Unavailable } from '#lib/platform/index.ts';
import { needsPictures, predictRegion } from '#lib/provider/index.ts';
import { takePage } from '#lib/usage/index.ts';

const BUSY = 'All readers are busy with other pages. Try again in a moment, or type the text.';

/**
 * Reads a part of a page again while somebody waits, at most a minute; nothing is stored. It counts as a page read, for
 * who asks. Without languages, in those in which the page was read. @throws NotFound, also while nothing was read on the
 * page; InvalidInput for a box off it; Conflict when it can never be read; QuotaReached; Unavailable: worth another try
 */
export async function readRegion(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  { box, languages }: RegionRequest,
): Promise<RegionAnswer> {
  const machine = await machineReading(scope, documentId, pageNumber);
  if (needsPictures() || !machine.reading) {
    throw new Conflict('What reads the pages here reads whole pages only. Add a line and type the text.');
  }
  const { width, height, turned = 0 } = machine.reading;
  if (box[2] > width || box[3] > height) {
    throw new InvalidInput(`The box reaches beyond the page, which is ${width} × ${height} pixels.`);
  }
  const file = await fileToRead(scope, documentId);
  const giveBack = await takePage(scope);
  const result = await predictRegion({
    workspaceId: scope.workspaceId,
    document: { documentId, ...file },
    page: pageNumber,
    languages: languages ?? machine.languages,
    box,
    turned,
  }).catch(async (error: unknown) => {
    await giveBack(false);
    logger.warn({ err: error, documentId }, 'the prediction service could not be asked for a region');
    throw new Unavailable(BUSY);
  });
  if (result.outcome !== 'read') await giveBack(result.outcome === 'refused');
  if (result.outcome === 'late') throw new Unavailable(BUSY);
  if (result.outcome === 'refused') throw new Conflict(result.reason);
  const parsed = pageReadingSchema.safeParse(storableJson(result.output));
  if (!parsed.success)
    throw new Conflict('The prediction service answered in a form that is not understood.');
  return { lines: parsed.data.lines };
}
