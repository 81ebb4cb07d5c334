import { database, type Tx } from '#lib/platform/database.ts';

export type StepKind = 'mailed_link' | 'password_reset' | 'second_factor' | 'passkey_sign_in' | 'passkey_add';

type StepRow = {
  id: string;
  kind: StepKind;
  tokenHash: string;
  userId: string | null;
  createdAt: Date;
  expiresAt: Date;
  data: Record<string, string | null> | undefined;
};

export async function insertStep(tx: Tx, { data, ...row }: StepRow): Promise<void> {
  await tx.signInStep.create({ data: { ...row, ...(data && { data }) } });
}

const known = { id: true, userId: true, data: true, expiresAt: true } as const;

/** A step that can still be finished, with the person it is about. */
export function findLivingStep(kind: StepKind, tokenHash: string, now: Date, tx: Tx = database()) {
  return tx.signInStep.findFirst({
    where: { kind, tokenHash, usedAt: null, expiresAt: { gt: now } },
    select: { ...known, user: { select: { id: true, name: true, email: true } } },
  });
}

/** Uses a step up, once, whoever else tries at the same time; null when it cannot be used any more. */
export async function takeStep(tx: Tx, kind: StepKind, tokenHash: string, now: Date) {
  const taken = await tx.signInStep.updateManyAndReturn({
    where: { kind, tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: known,
  });
  return taken[0] ?? null;
}

/** Counts a try before it is looked at; false when there were enough. */
export async function countStepTry(id: string, most: number): Promise<boolean> {
  const { count } = await database().signInStep.updateMany({
    where: { id, tries: { lt: most } },
    data: { tries: { increment: 1 } },
  });
  return count > 0;
}

/** What was begun in the person's name before their password or second factor changed. */
export async function deleteStepsOf(tx: Tx, userId: string): Promise<void> {
  await tx.signInStep.deleteMany({ where: { userId } });
}

export async function deleteExpiredSteps(now: Date): Promise<void> {
  await database().signInStep.deleteMany({ where: { expiresAt: { lte: now } } });
}
