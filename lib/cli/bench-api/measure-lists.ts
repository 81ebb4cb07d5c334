import { z } from 'zod';
import type { Spread } from '../bench-report/spread.ts';
import type { ApiClient } from './api-client.ts';
import { runLoad } from './run-load.ts';

export type ListPage = { name: string; latencyMs: Spread };

const pageSchema = z.object({ next: z.string().nullable(), results: z.array(z.unknown()) });

/** Pages of the list, one request at a time; `middle` is the time of a prediction in the middle of the list. */
export async function measureLists(client: ApiClient, middle: string, count: number): Promise<ListPage[]> {
  const before = `/v1/predictions?created_before=${encodeURIComponent(middle)}`;
  const pages = {
    'first page': '/v1/predictions',
    'page in the middle, by cursor': await cursorBehind(client, before),
    '`created_before` the middle': before,
    '`created_after` the middle': `/v1/predictions?created_after=${encodeURIComponent(middle)}`,
    '`created_after` an hour from now': `/v1/predictions?created_after=${soon()}`,
    '`source=web`, of which there are none': '/v1/predictions?source=web',
  };
  const measured: ListPage[] = [];
  for (const [name, path] of Object.entries(pages)) {
    await client.ask(200, path);
    const { latencyMs } = await runLoad({ count, concurrency: 1 }, () => client.ask(200, path));
    measured.push({ name, latencyMs });
  }
  return measured;
}

/** The next page of a filtered list, without the filter: as if one had turned every page up to there. */
async function cursorBehind(client: ApiClient, path: string): Promise<string> {
  const { next } = pageSchema.parse(JSON.parse((await client.ask(200, path)).text));
  if (!next) throw new Error('The list has no page behind its middle.');
  const { pathname, searchParams } = new URL(next);
  return `${pathname}?cursor=${searchParams.get('cursor')}`;
}

function soon(): string {
  return encodeURIComponent(new Date(Date.now() + 3_600_000).toISOString());
}
