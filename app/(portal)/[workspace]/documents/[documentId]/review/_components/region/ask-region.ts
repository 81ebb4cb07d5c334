import { z } from 'zod';
import { type RegionAnswer, type RegionRequest, regionAnswerSchema } from '#lib/contracts/index.ts';
import { tellSignedOut } from '../../../../../_components/signed-out.ts';

const problemSchema = z.object({ error: z.object({ message: z.string() }) });

/** Has a part of a page read; takes seconds. */
export async function askRegion(
  documentId: string,
  page: number,
  region: RegionRequest,
): Promise<RegionAnswer | { problem: string }> {
  try {
    const response = await fetch(`/api/documents/${documentId}/pages/${page}/region`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(region),
    });
    if (response.status === 401) tellSignedOut();
    const body: unknown = await response.json();
    if (response.ok) return regionAnswerSchema.parse(body);
    const problem = problemSchema.safeParse(body);
    return { problem: problem.data?.error.message ?? `The server answered ${response.status}. Try again.` };
  } catch {
    return { problem: 'Lectern could not be reached. Check your connection.' };
  }
}
