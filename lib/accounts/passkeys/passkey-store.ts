import { database, type Tx } from '#lib/platform/database.ts';

export type PasskeyRow = {
  id: string;
  userId: string;
  name: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: bigint;
  transports: string[];
  isBackedUp: boolean;
};

export function findPasskeys(userId: string, tx: Tx = database()) {
  return tx.passkey.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, transports: true },
  });
}

/** The passkey with the person it lets in. */
export function findPasskey(id: string) {
  return database().passkey.findUnique({
    where: { id },
    select: {
      id: true,
      publicKey: true,
      counter: true,
      user: { select: { id: true, name: true, totpConfirmedAt: true } },
    },
  });
}

/** False when it is there already, whoever's it is. */
export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<boolean> {
  const { count } = await tx.passkey.createMany({ data: row, skipDuplicates: true });
  return count > 0;
}

/** Keeps what was seen last, unless another use has counted on in the meantime. */
export async function countPasskeyUse(
  tx: Tx,
  { id, counter }: { id: string; counter: bigint },
  seen: { counter: bigint; isBackedUp: boolean; lastUsedAt: Date },
): Promise<boolean> {
  const { count } = await tx.passkey.updateMany({ where: { id, counter }, data: seen });
  return count > 0;
}

export async function renamePasskeyOf(tx: Tx, userId: string, id: string, name: string): Promise<boolean> {
  const { count } = await tx.passkey.updateMany({ where: { id, userId }, data: { name } });
  return count > 0;
}

/** @returns its name, or null when it is not theirs. */
export async function deletePasskeyOf(tx: Tx, userId: string, id: string): Promise<string | null> {
  const found = await tx.passkey.findFirst({ where: { id, userId }, select: { name: true } });
  await tx.passkey.deleteMany({ where: { id, userId } });
  return found?.name ?? null;
}
