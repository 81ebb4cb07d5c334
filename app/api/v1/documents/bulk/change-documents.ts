import { authorize, type Scope } from '#lib/access/index.ts';
import type { BulkChange, DocumentChoice } from '#lib/contracts/index.ts';
import { deleteForGood, moveDocuments, restoreDocuments, tagDocuments } from '#lib/documents/index.ts';
import { rerunDocuments, trashDocuments } from '#lib/jobs/index.ts';
import { assignDocuments } from '#lib/review/index.ts';

type Outcome = { documents: number; left_out: number };

/** Does what the change says, by the verb that the portal's pages use for it. */
export async function changeDocuments(scope: Scope, change: BulkChange): Promise<Outcome> {
  const { document_ids: ids = [], matching } = change;
  const choice: DocumentChoice = matching ? { matching } : { documentIds: ids };
  switch (change.action) {
    case 'tag': {
      const { add_tag_ids: add = [], remove_tag_ids: remove = [] } = change;
      return all(await tagDocuments(scope, choice, { add, remove }));
    }
    case 'move':
      return all(await moveDocuments(scope, choice, change.folder_id ?? null));
    case 'trash':
      return all((await trashDocuments(scope, choice)).length);
    case 'rerun': {
      const { begun, leftOut } = await rerunDocuments(also(scope, 'job:write'), choice);
      return { documents: begun, left_out: leftOut };
    }
    case 'assign':
      await assignDocuments(also(scope, 'review:write'), ids, change.person_id ?? null);
      return all(new Set(ids).size);
    case 'restore':
      await restoreDocuments(scope, ids);
      return all(new Set(ids).size);
    case 'delete':
      await deleteForGood(scope, ids);
      return all(new Set(ids).size);
  }
}

function all(documents: number): Outcome {
  return { documents, left_out: 0 };
}

/** The same caller, who must have this permission, too. @throws Forbidden */
function also({ actor, workspaceId }: Scope, permission: 'job:write' | 'review:write'): Scope {
  return authorize(actor, workspaceId, permission);
}
