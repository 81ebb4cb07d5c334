import { z } from 'zod';
import {
  type Extraction,
  extractionSchema,
  type Save,
  type SaveAnswer,
  saveAnswerSchema,
} from '#lib/contracts/index.ts';

export type Refusal = 'signed_out' | 'forbidden' | 'gone' | 'refused';

export type Sent =
  | SaveAnswer
  /** No answer, or one that says to come again. */
  | { outcome: 'unreachable' }
  /** The same again would be refused again. */
  | { outcome: 'refused'; why: Refusal; message: string };

export type Fetched = { outcome: 'ok'; extraction: Extraction } | Exclude<Sent, SaveAnswer>;

const problemSchema = z.object({ error: z.object({ message: z.string() }) });

function pathOf(documentId: string, page: number): string {
  return `/api/documents/${documentId}/pages/${page}`;
}

/** `keepalive`: the answer matters no more, as the page is being left. */
export async function sendSave(
  documentId: string,
  page: number,
  save: Save,
  { keepalive = false } = {},
): Promise<Sent> {
  const answer = await ask(`${pathOf(documentId, page)}/revisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(save),
    keepalive,
  });
  if (answer.outcome !== 'ok') return answer;
  const parsed = saveAnswerSchema.safeParse(answer.body);
  return parsed.success ? parsed.data : { outcome: 'unreachable' };
}

export async function fetchExtraction(documentId: string, page: number): Promise<Fetched> {
  const answer = await ask(`${pathOf(documentId, page)}/extraction`, { cache: 'no-store' });
  if (answer.outcome !== 'ok') return answer;
  const parsed = extractionSchema.safeParse(answer.body);
  return parsed.success ? { outcome: 'ok', extraction: parsed.data } : { outcome: 'unreachable' };
}

type Asked = { outcome: 'ok'; body: unknown } | Exclude<Sent, SaveAnswer>;

async function ask(path: string, init: RequestInit): Promise<Asked> {
  try {
    const response = await fetch(path, init);
    if (response.status >= 500 || response.status === 429) return { outcome: 'unreachable' };
    const body: unknown = await response.json();
    if (response.ok) return { outcome: 'ok', body };
    const problem = problemSchema.safeParse(body);
    const message = problem.success ? problem.data.error.message : `The server answered ${response.status}.`;
    return { outcome: 'refused', why: refusals[response.status] ?? 'refused', message };
  } catch {
    return { outcome: 'unreachable' };
  }
}

const refusals: Record<number, Refusal> = { 401: 'signed_out', 403: 'forbidden', 404: 'gone' };
