import { databaseAnswers } from '#lib/platform/health.ts';

export const dynamic = 'force-dynamic';

/** Whether requests can be served well: the database answers. */
export async function GET(): Promise<Response> {
  const isReady = await databaseAnswers();
  return new Response(isReady ? 'ready\n' : 'the database does not answer\n', {
    status: isReady ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
