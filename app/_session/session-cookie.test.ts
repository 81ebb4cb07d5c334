import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from '#lib/testing/next-headers.ts';
import { FORMER_COOKIE_ENDS_AT, FORMER_COOKIE_NAME, tokenInCookieHeader } from './session-cookie.ts';
import { readSessionCookie, setSessionCookie, takeSessionCookie } from './session-jar.ts';

vi.mock('next/headers', () => import('#lib/testing/next-headers.ts'));
vi.hoisted(() => {
  process.env.PUBLIC_URL = 'https://lectern.example.org';
});

const HOST_COOKIE = '__Host-next-auth.session-token';
const justBefore = { now: () => new Date(FORMER_COOKIE_ENDS_AT.getTime() - 1) };
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
  expect(await readSessionCookie(justBefore)).toBe('former');
  expect(tokenInCookieHeader(`theme=dark; ${FORMER_COOKIE_NAME}=former`, justBefore)).toBe('former');
  expect(await takeSessionCookie(justBefore)).toBe('former');
  expect(browser.cookies.size).toBe(0);
  former();
  await setSessionCookie('token');
  expect([...browser.cookies]).toEqual([[HOST_COOKIE, 'token']]);
});

it('takes nothing under its former name once every session that began under it has ended', async () => {
  const then = { now: () => FORMER_COOKIE_ENDS_AT };
  browser.cookies.set(FORMER_COOKIE_NAME, 'planted');
  expect(await readSessionCookie(then)).toBeNull();
  expect(tokenInCookieHeader(`${FORMER_COOKIE_NAME}=planted`, then)).toBeNull();
  expect(await takeSessionCookie(then)).toBeNull();
  expect(browser.cookies.size).toBe(0);
  await setSessionCookie('token');
  expect(await readSessionCookie(then)).toBe('token');
});

it('never gives way to a cookie of the former name', () => {
  const header = `${FORMER_COOKIE_NAME}=planted; ${HOST_COOKIE}=token`;
  expect(tokenInCookieHeader(header, justBefore)).toBe('token');
});
