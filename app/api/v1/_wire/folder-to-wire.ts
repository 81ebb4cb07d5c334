import type { PortalFolderWire } from '#lib/contracts/index.ts';
import type { FolderEntry } from '#lib/documents/index.ts';

export function folderToWire({ id, parentId, name, documents }: FolderEntry): PortalFolderWire {
  return { id, parent_id: parentId, name, documents };
}
