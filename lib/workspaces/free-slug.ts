import { SLUG_LENGTH, workspaceSlug } from '#lib/contracts/index.ts';
import { newId, type Tx } from '#lib/platform/index.ts';
import { lockSlugs, takenSlugs } from './workspace-store.ts';

/** A slug after the name that nobody has or had; it stays free until the transaction ends. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  await lockSlugs(tx);
  const wanted = workspaceSlug(name);
  const candidates = [wanted, ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => numbered(wanted, `${number}`))];
  const taken = new Set(await takenSlugs(tx, candidates));
  return candidates.find((slug) => !taken.has(slug)) ?? numbered(wanted, newId().slice(-12));
}

function numbered(slug: string, end: string): string {
  return `${slug.slice(0, SLUG_LENGTH - 1 - end.length).replace(/-$/, '')}-${end}`;
}
