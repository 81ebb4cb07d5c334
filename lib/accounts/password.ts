import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default) at the OWASP minimum of 19 MiB and two passes: about 20 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let ofNobody: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Always does the work of one verification, so that a missing hash cannot be told from a wrong password. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  ofNobody ??= hashPassword('a password that nobody has');
  const matches = await verify(passwordHash ?? (await ofNobody), password);
  return matches && passwordHash !== null;
}
