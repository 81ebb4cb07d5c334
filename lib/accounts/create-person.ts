import { newId, type Tx } from '#lib/platform/index.ts';
import { insertUser } from './user-store.ts';

export type NewPerson = {
  /** Lower-case. */
  email: string;
  name: string;
  /** From `newPasswordHash`; null: they come in another way. */
  passwordHash: string | null;
  /** When it was shown that the address is theirs; null: they only say so. */
  emailProvedAt: Date | null;
};

/** Adds a person, as part of a transaction that says why they may be here. @returns their id */
export async function createPerson(tx: Tx, person: NewPerson): Promise<string> {
  const id = newId();
  await insertUser(tx, { id, ...person, isInstanceOwner: false });
  return id;
}
