import type { z } from 'zod';
import { tellSignedOut } from './signed-out.ts';

export type Answer<T> =
  | { outcome: 'ok'; data: T }
  | { outcome: 'gone' }
  | { outcome: 'failed'; message: string };

/**
 * Fetches from the portal's own JSON routes. When the session has ended, the page says so and leads to signing in.
 */
export async function getJson<T>(path: string, schema: z.ZodType<T>): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { cache: 'no-store', headers: { accept: 'application/json' } });
    if (response.status === 401) tellSignedOut();
    if (response.status === 404) return { outcome: 'gone' };
    if (!response.ok) return failed(`The server answered with status ${response.status}. Try again.`);
    return { outcome: 'ok', data: schema.parse(await response.json()) };
  } catch {
    return failed('Lectern could not be reached. Check your connection.');
  }
}

function failed(message: string): Answer<never> {
  return { outcome: 'failed', message };
}
