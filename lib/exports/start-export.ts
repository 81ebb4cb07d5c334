import { personOf, type Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type ExportFormat, type ExportSelection, exportFormatFacts } from '#lib/contracts/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import {
  type Clock,
  Conflict,
  inTransaction,
  LimitReached,
  newId,
  systemClock,
} from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { requireExportTurn } from './export-limit.ts';
import { countUnfinishedExports, insertExport } from './export-store.ts';
import { baseName } from './file-names.ts';

/** Of one workspace at the same time: they run one after the other, and each holds a disk's worth of files. */
const MAX_UNFINISHED = 20;

/**
 * Has documents, or pages of one, written into a file by a worker. The row, its task and the announcement exist
 * together.
 * @throws NotFound when one of the documents is not the workspace's; Conflict when one is not open yet;
 * LimitReached while too many exports wait, or after too many in a short time.
 */
export async function startExport(
  scope: Scope,
  { format, selection }: { format: ExportFormat; selection: ExportSelection },
  clock: Clock = systemClock,
): Promise<{ exportId: string }> {
  await requireExportTurn(scope);
  const documentIds = [...new Set(selection.documentIds)];
  const documents = await Promise.all(documentIds.map((id) => getDocument(scope, id)));
  const closed = documents.find(({ state }) => state !== 'ready');
  if (closed) throw new Conflict(`“${closed.name}” cannot be exported: it has not been opened.`);
  const { workspaceId, actor } = scope;
  const exportId = newId();
  const [first] = documents;
  const name =
    first && documents.length === 1
      ? `${baseName(first.name)}.${exportFormatFacts[format].extension}`
      : `${documents.length} documents (${exportFormatFacts[format].name}).zip`;
  await inTransaction(async (tx) => {
    if ((await countUnfinishedExports(tx, scope)) >= MAX_UNFINISHED)
      throw new LimitReached('Too many exports are waiting. Start this one when some of them are ready.');
    await insertExport(tx, scope, {
      id: exportId,
      createdById: personOf(actor),
      format,
      selection: { ...selection, documentIds },
      name,
      total: documents.length,
      createdAt: clock.now(),
    });
    const target = { kind: 'export', id: exportId, name };
    const details = { format, documents: documents.map((each) => each.name).slice(0, 20) };
    await recordAct(tx, scope, { act: 'export.started', target, details });
    await enqueue(tx, 'run-export', { workspaceId, exportId });
    await announce(tx, { topic: 'export', workspaceId, exportId });
  });
  return { exportId };
}
