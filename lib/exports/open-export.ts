import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { readBlob } from '#lib/blobs/index.ts';
import type { OpenedFile } from '#lib/documents/index.ts';
import { type Clock, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { findExport } from './export-store.ts';
import { contentTypeOf } from './file-names.ts';

/** The finished file. @throws NotFound, also before it is ready and after it has expired. */
export async function openExport(
  scope: Scope,
  exportId: string,
  clock: Clock = systemClock,
): Promise<OpenedFile> {
  const found = await findExport(scope, exportId);
  const sha256 = found?.sha256;
  if (!found || !sha256) throw new NotFound('There is no such file.');
  if (found.expiresAt && found.expiresAt < clock.now()) throw new NotFound('This file has expired.');
  const target = { kind: 'export', id: exportId, name: found.name };
  await inTransaction((tx) => recordAct(tx, scope, { act: 'export.downloaded', target }));
  return {
    name: found.name,
    contentType: contentTypeOf(found.name, found.format),
    sha256,
    open: () => readBlob(sha256),
  };
}
