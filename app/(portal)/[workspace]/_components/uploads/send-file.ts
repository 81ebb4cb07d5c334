import { z } from 'zod';
import { type UploadReceipt, uploadSchema } from '#lib/contracts/index.ts';
import { tellSignedOut } from '../signed-out.ts';

export type SendOutcome =
  | { outcome: 'stored'; receipt: UploadReceipt }
  | { outcome: 'failed'; message: string; mayRetry: boolean }
  | { outcome: 'canceled' };

type Options = { workspace: string; signal: AbortSignal; onSent: (bytes: number) => void };

const LOST: SendOutcome = {
  outcome: 'failed',
  message: 'The connection was lost before the file had arrived.',
  mayRetry: true,
};

/** Sends the bytes as they are. XMLHttpRequest, because fetch does not tell how much has been sent. */
export function sendFile(file: File, { workspace, signal, onSent }: Options): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ workspace, name: file.name });
    request.open('POST', `/api/uploads?${query}`);
    request.responseType = 'text';
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.upload.onload = () => onSent(file.size);
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve(LOST);
    request.onabort = () => resolve({ outcome: 'canceled' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

const refusalSchema = z.object({ error: z.object({ message: z.string() }) });

function outcomeOf({ status, responseText }: XMLHttpRequest): SendOutcome {
  const body = parseJson(responseText);
  const receipt = uploadSchema.safeParse(body);
  if (status < 300 && receipt.success) return { outcome: 'stored', receipt: receipt.data };
  if (status === 401) tellSignedOut();
  const refusal = refusalSchema.safeParse(body);
  const message = refusal.success
    ? refusal.data.error.message
    : `The server did not take the file (status ${status}).`;
  return { outcome: 'failed', message, mayRetry: status >= 500 || status === 429 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
