import type { PageReading } from '#lib/contracts/index.ts';
import { cancelPrediction } from './cancel-prediction.ts';
import { callTimeLimit, clientFor } from './client.ts';
import { holdFile } from './hold-file.ts';
import { parsePrediction } from './prediction.ts';
import { answerOf, detailOf, isFinal } from './service-answer.ts';
import { OUR_MODEL, type PageWork } from './submit-prediction.ts';

/** A part of a page to be read while somebody waits; a hosted service has no model for it. */
export type RegionWork = Pick<PageWork, 'workspaceId' | 'document' | 'page' | 'languages'> & {
  /** Pixels of the page as it lies when turned by `turned` degrees. */
  box: readonly number[];
  turned: NonNullable<PageReading['turned']>;
};

export type RegionOutcome =
  | { outcome: 'read'; output: unknown }
  /** Asking again would be answered the same way. `reason` is a sentence. */
  | { outcome: 'refused'; reason: string }
  /** It was not begun or finished in time, and nobody waits for it any more. */
  | { outcome: 'late' };

/** Within the time that proxies let an answer take. */
const WAIT_SECONDS = 40;

/** Asks for a part of a page and waits for it. @throws when the service cannot be reached or is overloaded */
export async function predictRegion(work: RegionWork): Promise<RegionOutcome> {
  const { workspaceId, page, languages, box, turned } = work;
  try {
    const image = await holdFile(workspaceId, work.document);
    const answer = await clientFor(workspaceId).predictions.create({
      model: OUR_MODEL,
      input: { image, page, languages: [...languages], region: [...box], turned },
      wait: WAIT_SECONDS,
      signal: callTimeLimit(),
    });
    const prediction = parsePrediction(answer);
    if (!prediction) throw new Error('The prediction service answered in an unknown form.');
    if (prediction.status === 'succeeded') return { outcome: 'read', output: prediction.output };
    if (prediction.status === 'failed')
      return { outcome: 'refused', reason: prediction.error ?? 'No reason was given.' };
    if (prediction.status !== 'canceled') await cancelPrediction(workspaceId, prediction.id);
    return { outcome: 'late' };
  } catch (error) {
    const answer = answerOf(error);
    if (!answer || !isFinal(answer)) throw error;
    return {
      outcome: 'refused',
      reason: `The prediction service did not accept this part of the page: ${detailOf(error, answer)}`,
    };
  }
}
