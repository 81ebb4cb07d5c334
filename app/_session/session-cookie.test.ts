import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from '#lib/testing/next-headers.ts';
import { FORMER_COOKIE_NAME, tokenInCookieHeader } from './session-cookie.ts';
import { readSessionCookie, setSessionCookie, takeSessionCookie } from './session-jar.ts';

vi.mock('next/headers', () => import('#lib/testing/next-headers.ts'));
vi.hoisted(() => {
  process.env.PUBLIC_URL = 'https://lectern.example.org';
});

const HOST_COOKIE = '__Host-next-auth.session-token';
beforeEach(() => browser.cookies.clear());

it('is one that no other host of the domain can set, where people come by https', async () => {
  await setSessionCookie('token');
  expect([...browser.cookies]).toEqual([[HOST_COOKIE, 'token']]);
  expect(await readSessionCookie()).toBe('token');
  expect(tokenInCookieHeader(`next-auth.session-token=planted; ${HOST_COOKIE}=token`)).toBe('token');
  expect(tokenInCookieHeader('next-auth.session-token=planted')).toBeNull();
});

it('keeps in whoever came in under its former name, until they sign in or out', async () => {
  const former = () => browser.cookies.set(FORMER_COOKIE_NAME, 'former');
  former();
  expect(await readSessionCookie()).toBe('former');
  expect(tokenInCookieHeader(`theme=dark; ${FORMER_COOKIE_NAME}=former`)).toBe('former');
  expect(await takeSessionCookie()).toBe('former');
  expect(browser.cookies.size).toBe(0);
  former();
  await setSessionCookie('token');
  expect([...browser.cookies]).toEqual([[HOST_COOKIE, 'token']]);
});

it('never gives way to a cookie of the former name', () => {
  expect(tokenInCookieHeader(`${FORMER_COOKIE_NAME}=planted; ${HOST_COOKIE}=token`)).toBe('token');
});
