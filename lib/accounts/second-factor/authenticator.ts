import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, thirty seconds. */
const PERIOD_SECONDS = 30;
/** How many steps a phone's clock may be off, before and behind. */
const WINDOW = 1;

/** A new secret, base32. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the app reads from the QR code. */
export function authenticatorUri(secret: string, email: string): string {
  return authenticator(secret, email).toString();
}

/** The time step that a code belongs to, or null when it is none of this moment. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = authenticator(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta;
}

function authenticator(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Lectern', label, secret, digits: 6, period: PERIOD_SECONDS, algorithm: 'SHA1' });
}
