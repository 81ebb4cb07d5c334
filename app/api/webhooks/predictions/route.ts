import { readBody } from '#app/_http/read-body.ts';
import { idSchema } from '#lib/contracts/index.ts';
import { applyPredictionEvent, workspaceOfSubmission } from '#lib/jobs/index.ts';
import { LimitReached } from '#lib/platform/errors.ts';
import { logger } from '#lib/platform/logger.ts';
import { type ProviderPrediction, parsePrediction, verifyWebhook } from '#lib/provider/index.ts';

/** A reading of a page with many words is some hundred kilobytes. */
const LIMIT = { maxBytes: 32 * 1_048_576, tooLarge: 'The message is larger than 32 MB.' };

/**
 * News from the prediction service. The signature is checked over the body as it came, before anything in it
 * is looked at. What cannot be used is answered with success all the same: sending it again would not help.
 */
export async function POST(request: Request): Promise<Response> {
  const submissionId = new URL(request.url).searchParams.get('submission') ?? '';
  try {
    return await receive(request, submissionId);
  } catch (error) {
    if (error instanceof LimitReached) return Response.json({ detail: error.message }, { status: 413 });
    logger.error({ err: error, submissionId }, 'a webhook could not be applied; the service sends it again');
    return new Response(null, { status: 503 });
  }
}

async function receive(request: Request, submissionId: string): Promise<Response> {
  const isId = idSchema.safeParse(submissionId).success;
  const workspaceId = isId ? await workspaceOfSubmission(submissionId) : null;
  if (workspaceId === null) {
    logger.info({ submissionId }, 'a webhook about an earlier try, or about none of ours, was ignored');
    return new Response(null, { status: 204 });
  }
  const body = await readBody(request, LIMIT);
  const webhookId = request.headers.get('webhook-id') ?? '';
  const timestamp = request.headers.get('webhook-timestamp') ?? '';
  const signature = request.headers.get('webhook-signature') ?? '';
  if (!(await verifyWebhook(workspaceId, { id: webhookId, timestamp, signature, body }))) {
    logger.warn({ submissionId }, 'a webhook with a wrong signature or time was refused');
    return Response.json({ detail: 'The signature or the timestamp is wrong.' }, { status: 401 });
  }
  const prediction = readPrediction(body);
  if (prediction) await applyPredictionEvent({ submissionId, prediction, webhookId });
  else logger.warn({ submissionId }, 'a webhook that is no prediction was ignored');
  return new Response(null, { status: 200 });
}

function readPrediction(body: string): ProviderPrediction | null {
  try {
    return parsePrediction(JSON.parse(body));
  } catch {
    return null;
  }
}
