import type { Tx } from '#lib/platform/database.ts';

export async function isAddressProved(tx: Tx, userId: string): Promise<boolean> {
  const { emailProvedAt } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { emailProvedAt: true },
  });
  return emailProvedAt !== null;
}

/** Leaves no way in that was set up before the proof, and notes it unless a second factor stays, whose code is still owed. */
export async function startFromProof(
  tx: Tx,
  userId: string,
  { now, keepsSecondFactor }: { now: Date; keepsSecondFactor: boolean },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash: null } });
  await tx.passkey.deleteMany({ where: { userId } });
  const dropped = await tx.user.updateMany({
    where: { id: userId, ...(keepsSecondFactor && { totpConfirmedAt: null }) },
    data: { emailProvedAt: now, totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
  });
  if (dropped.count > 0) await tx.recoveryCode.deleteMany({ where: { userId } });
}

/** The first time counts. */
export async function noteAddressProof(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.user.updateMany({ where: { id: userId, emailProvedAt: null }, data: { emailProvedAt: now } });
}
