import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 26 characters of lower-case Crockford base 32 (130 random bits), the form of Replicate's prediction ids. */
export function newId(): string {
  return idOf(randomBytes(26));
}

/** The same id for the same text, and for no other. */
export function idFrom(text: string): string {
  return idOf(createHash('sha256').update(text).digest().subarray(0, 26));
}

function idOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
}
