import { readFile } from 'node:fs/promises';
import { config } from '#lib/platform/index.ts';
import { callsBack, callTimeLimit, clientFor, isHosted } from './client.ts';
import { type FileToHold, holdFile } from './hold-file.ts';
import { parsePrediction } from './prediction.ts';
import { answerOf, detailOf, isFinal } from './service-answer.ts';

/** One page to be read. */
export type PageWork = {
  workspaceId: string;
  /** Comes back in the webhook's URL. */
  submissionId: string;
  document: FileToHold;
  /** 1 for the first page. */
  page: number;
  languages: readonly string[];
  /** Path of the page's picture (WebP); null while it is not rendered. */
  picturePath: string | null;
};

export type SubmitOutcome =
  | { outcome: 'accepted'; predictionId: string }
  /** Asking again would be answered the same way. `reason` is a sentence. */
  | { outcome: 'refused'; reason: string }
  /** This service reads pictures only: ask again when there is one. */
  | { outcome: 'needs_picture' };

export const OUR_MODEL = 'lectern/page-ocr';
/** abiruyt/text-extract-ocr; the hosted service runs a community's model by its version only. */
const HOSTED_VERSION = 'a524caeaa23495bc9edc805ab08ab5fe943afd3febed884a4f3747aa32e9cd61';
/** What the hosted service recommends as the most for a data URL, in bytes. */
const MAX_INLINE_BYTES = 256_000;

/** Whether the service reads nothing but pictures of pages, so that a page must be drawn before it is submitted. */
export function needsPictures(): boolean {
  return isHosted();
}

/**
 * Hands one page to the prediction service: to ours as the whole file (sent once) and a page number, to the
 * hosted one as a picture. Repeating it makes a second prediction.
 * @throws when the service cannot be reached or is overloaded: worth another try later.
 */
export async function submitPrediction(work: PageWork): Promise<SubmitOutcome> {
  if (needsPictures() && work.picturePath === null) return { outcome: 'needs_picture' };
  try {
    const client = clientFor(work.workspaceId);
    const prediction = await client.predictions.create({
      ...(await modelAndInput(work)),
      ...(callsBack() ? webhook(work.submissionId) : {}),
      signal: callTimeLimit(),
    });
    const created = parsePrediction(prediction);
    if (!created) throw new Error('The prediction service answered in an unknown form.');
    return { outcome: 'accepted', predictionId: created.id };
  } catch (error) {
    const answer = answerOf(error);
    if (!answer || !isFinal(answer)) throw error;
    return {
      outcome: 'refused',
      reason: `The prediction service did not accept this page: ${detailOf(error, answer)}`,
    };
  }
}

async function modelAndInput(
  work: PageWork,
): Promise<({ model: string } | { version: string }) & { input: object }> {
  if (isHosted() && work.picturePath) {
    const bytes = await readFile(work.picturePath);
    const image =
      bytes.byteLength <= MAX_INLINE_BYTES
        ? `data:image/webp;base64,${bytes.toString('base64')}`
        : // The client uploads a file and puts its address here.
          new File([bytes], `page-${work.page}.webp`, { type: 'image/webp' });
    return { version: HOSTED_VERSION, input: { image } };
  }
  const image = await holdFile(work.workspaceId, work.document);
  return { model: OUR_MODEL, input: { image, page: work.page, languages: [...work.languages] } };
}

function webhook(submissionId: string) {
  const { internalUrl, publicUrl } = config();
  const baseUrl = isHosted() ? publicUrl : internalUrl;
  return {
    webhook: `${baseUrl}/api/webhooks/predictions?submission=${submissionId}`,
    webhook_events_filter: ['start' as const, 'logs' as const, 'completed' as const],
  };
}
