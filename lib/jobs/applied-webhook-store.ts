import { database, type Tx } from '#lib/platform/database.ts';

/** False when this message was applied before. */
export async function rememberWebhook(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.appliedWebhook.createMany({
    data: [{ id, appliedAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
}

export async function deleteAppliedWebhooks(before: Date): Promise<void> {
  await database().appliedWebhook.deleteMany({ where: { appliedAt: { lt: before } } });
}
