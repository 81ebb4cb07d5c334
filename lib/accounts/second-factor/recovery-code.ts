import { randomInt } from 'node:crypto';
import { sha256 } from '#lib/platform/index.ts';

export const RECOVERY_CODES = 10;

/** Without the letters and digits that people mistake for each other: I, L, O, U, 0, 1. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** `K7QM-2XWR-9ZBD-HT4C`: 78 random bits, so that a fast hash is enough to store it. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** What is stored in place of a code; how it was typed, with spaces or in small letters, does not matter. */
export function hashRecoveryCode(code: string): string {
  return sha256(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}
