import type { Scope } from '#lib/access/index.ts';
import type { Json } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/index.ts';
import { findLivingFile } from './api-file-store.ts';

/**
 * Resolves those values of an input that are URLs of this service's own files: fetching them would need the
 * caller's token and give their description, not their bytes. A file that is not there is noted as null.
 */
export async function pinFiles(
  scope: Scope,
  input: Record<string, Json>,
  ownHosts: readonly string[],
): Promise<Record<string, string | null>> {
  const { publicUrl, internalUrl } = config();
  const hosts = [new URL(publicUrl).host, new URL(internalUrl).host, ...ownHosts];
  const pinned: Record<string, string | null> = {};
  for (const value of Object.values(input)) {
    const id = typeof value === 'string' ? ownFileId(value, hosts) : undefined;
    if (typeof value !== 'string' || id === undefined) continue;
    const file = await findLivingFile(scope, id, new Date());
    pinned[value] = file?.sha256 ?? null;
  }
  return pinned;
}

/** The id in `http(s)://<one of hosts>/v1/files/<id>`, or in the address of its download. */
export function ownFileId(url: string, hosts: readonly string[]): string | undefined {
  if (!/^https?:/i.test(url)) return undefined;
  const parsed = URL.parse(url);
  if (!parsed || !hosts.includes(parsed.host)) return undefined;
  return /^\/v1\/files\/([^/]+)(?:\/download)?\/?$/.exec(parsed.pathname)?.[1];
}
