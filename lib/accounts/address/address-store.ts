import type { Tx } from '#lib/platform/database.ts';

export async function findAddressProof(
  tx: Tx,
  userId: string,
): Promise<{ isProved: boolean; isMailboxShown: boolean }> {
  const { emailProvedAt, mailboxShownAt } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { emailProvedAt: true, mailboxShownAt: true },
  });
  return { isProved: emailProvedAt !== null, isMailboxShown: mailboxShownAt !== null };
}

/** Notes that the mailbox was shown, and leaves no way in that was set up before; a second factor may stay. */
export async function startFromMailbox(
  tx: Tx,
  userId: string,
  { now, keepsSecondFactor }: { now: Date; keepsSecondFactor: boolean },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash: null, mailboxShownAt: now } });
  await tx.passkey.deleteMany({ where: { userId } });
  const dropped = await tx.user.updateMany({
    where: { id: userId, ...(keepsSecondFactor && { totpConfirmedAt: null }) },
    data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
  });
  if (dropped.count > 0) await tx.recoveryCode.deleteMany({ where: { userId } });
}

/** The first time counts, and only after the mailbox was shown. @returns whether this was it */
export async function writeAddressProof(
  tx: Tx,
  userId: string,
  { now, isCodeGiven }: { now: Date; isCodeGiven: boolean },
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: {
      id: userId,
      emailProvedAt: null,
      mailboxShownAt: { not: null },
      ...(!isCodeGiven && { totpConfirmedAt: null }),
    },
    data: { emailProvedAt: now },
  });
  return count > 0;
}
