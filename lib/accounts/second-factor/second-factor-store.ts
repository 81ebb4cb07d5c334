import { database, type Tx } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';

export type SecondFactorRow = {
  id: string;
  name: string;
  email: string;
  passwordHash: string | null;
  /** Sealed. */
  totpSecret: string | null;
  totpConfirmedAt: Date | null;
};

export function findSecondFactor(userId: string, tx: Tx = database()): Promise<SecondFactorRow> {
  return tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      passwordHash: true,
      totpSecret: true,
      totpConfirmedAt: true,
    },
  });
}

export function countRecoveryCodes(userId: string): Promise<number> {
  return database().recoveryCode.count({ where: { userId, usedAt: null } });
}

/** Keeps a secret that does not count yet; false when one that counts is there. */
export async function keepUnconfirmedSecret(tx: Tx, userId: string, sealedSecret: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, totpConfirmedAt: null },
    data: { totpSecret: sealedSecret, totpLastStep: null },
  });
  return count > 0;
}

/** False when another request has confirmed it, or begun anew, in the meantime. */
export async function confirmSecret(
  tx: Tx,
  userId: string,
  { sealedSecret, step, now }: { sealedSecret: string; step: number; now: Date },
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, totpConfirmedAt: null, totpSecret: sealedSecret },
    data: { totpConfirmedAt: now, totpLastStep: step },
  });
  return count > 0;
}

export async function removeSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
  });
  await tx.recoveryCode.deleteMany({ where: { userId } });
}

/** Uses the code of a time step up, once, whoever else tries at the same time. */
export async function takeTotpStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: {
      id: userId,
      totpConfirmedAt: { not: null },
      OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }],
    },
    data: { totpLastStep: step },
  });
  return count > 0;
}

export async function takeRecoveryCode(
  tx: Tx,
  userId: string,
  codeHash: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  return count > 0;
}

export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ id: newId(), userId, codeHash })) });
}
