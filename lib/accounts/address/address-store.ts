import type { Tx } from '#lib/platform/database.ts';

export async function isAddressProved(tx: Tx, userId: string): Promise<boolean> {
  const { emailProvedAt } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { emailProvedAt: true },
  });
  return emailProvedAt !== null;
}

/** Notes the proof, and leaves no way in that was set up before it. */
export async function startFromProof(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: {
      emailProvedAt: now,
      passwordHash: null,
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
    },
  });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.passkey.deleteMany({ where: { userId } });
}
