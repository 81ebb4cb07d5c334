import type { InstanceScope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { inTransaction, NotFound } from '#lib/platform/index.ts';
import { replaceQuota } from './instance-store.ts';

/**
 * Says how many pages a workspace may have read in a calendar month (UTC); null: any number. What is under way goes
 * on. Only who looks after the installation may: a workspace cannot raise its own. @throws NotFound
 */
export async function setMonthlyQuota(
  { actor }: InstanceScope,
  workspaceId: string,
  pages: number | null,
): Promise<void> {
  await inTransaction(async (tx) => {
    const replaced = await replaceQuota(tx, workspaceId, pages);
    if (!replaced) throw new NotFound('There is no such workspace any more. Load the page again.');
    if (replaced.before === pages) return;
    const target = { kind: 'workspace', id: workspaceId, name: replaced.name };
    const details = { before: replaced.before, pages };
    await recordAct(tx, { actor, workspaceId }, { act: 'workspace.quota_set', target, details });
  });
}
