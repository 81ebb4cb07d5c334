import { cookies } from 'next/headers';
import { sessionCookieOptions } from './session-cookie.ts';

/** Between the two steps of signing in; worth nothing without the code, and nothing after ten minutes. */
const COOKIE = 'lectern.sign-in-step';
const options = () => ({ ...sessionCookieOptions(), path: '/sign-in', maxAge: 600 });

/** Not in pages. */
export async function setStepCookie(token: string): Promise<void> {
  (await cookies()).set(COOKIE, token, options());
}

export async function readStepCookie(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value || null;
}

/** Not in pages. */
export async function dropStepCookie(): Promise<void> {
  (await cookies()).set(COOKIE, '', { ...options(), maxAge: 0 });
}
