import { z } from 'zod';

const responseSchema = z.object({ response: z.instanceof(Response) });
const envelopeSchema = z.object({ detail: z.string().min(1) });

/** What a service answered when it did not do what was asked; null when there was no answer at all. */
export function answerOf(error: unknown): Response | null {
  const parsed = responseSchema.safeParse(error);
  return error instanceof Error && parsed.success ? parsed.data.response : null;
}

/** The same request would be answered the same way again: everything in 4xx but `too many` and `timed out`. */
export function isFinal(answer: Response): boolean {
  return answer.status >= 400 && answer.status < 500 && answer.status !== 429 && answer.status !== 408;
}

/** The service's own sentence. The client puts the answer's body at the end of its message. */
export function detailOf(error: unknown, answer: Response): string {
  const text = error instanceof Error ? error.message : '';
  const body = text.slice(text.indexOf('{'));
  try {
    return envelopeSchema.parse(JSON.parse(body.slice(0, body.lastIndexOf('}') + 1))).detail.trim();
  } catch {
    return `status ${answer.status}`;
  }
}
