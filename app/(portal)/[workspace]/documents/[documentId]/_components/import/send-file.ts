import { z } from 'zod';
import { importAnswerSchema, importPreviewSchema } from '#lib/contracts/index.ts';
import { tellSignedOut } from '../../../../_components/signed-out.ts';

const problemSchema = z.object({ error: z.object({ message: z.string() }) });

/** `page` undefined: for all pages of the document. */
export type ImportTarget = { documentId: string; page: number | undefined; text: string };

export type Sent<Data> = { data: Data } | { problem: string };

export function askPreview(target: ImportTarget): Promise<Sent<z.output<typeof importPreviewSchema>>> {
  return send(target, {}, importPreviewSchema);
}

/** The same `saveId` is imported once. */
export function sendImport(
  target: ImportTarget,
  saveId: string,
): Promise<Sent<z.output<typeof importAnswerSchema>>> {
  return send(target, { save: saveId }, importAnswerSchema);
}

async function send<Schema extends z.ZodType>(
  { documentId, page, text }: ImportTarget,
  query: Record<string, string>,
  schema: Schema,
): Promise<Sent<z.output<Schema>>> {
  const search = new URLSearchParams({ ...query, ...(page !== undefined && { page: String(page) }) });
  try {
    const response = await fetch(`/api/documents/${documentId}/import?${search}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: text,
    });
    if (response.status === 401) tellSignedOut();
    const body: unknown = await response.json();
    if (response.ok) return { data: schema.parse(body) };
    const problem = problemSchema.safeParse(body);
    return { problem: problem.data?.error.message ?? `The server answered ${response.status}. Try again.` };
  } catch {
    return { problem: 'Lectern could not be reached. Check your connection.' };
  }
}
