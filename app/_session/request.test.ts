import { describe, expect, it } from 'vitest';
import { requestOrigin } from './request-origin.ts';
import { requireSameOrigin } from './same-origin.ts';
import { tokenInCookieHeader } from './session-cookie.ts';

describe('the session token', () => {
  it.each([
    ['next-auth.session-token=abc', 'abc'],
    ['theme=dark; next-auth.session-token=abc; x=y', 'abc'],
    ['my-next-auth.session-token=abc', null],
    ['next-auth.session-token=', null],
    ['', null],
    [null, null],
  ])('in the cookies %j is %j', (header, token) => {
    expect(tokenInCookieHeader(header)).toBe(token);
  });
});

describe('the origin of a write', () => {
  const from = (headers: Record<string, string>) => () =>
    requireSameOrigin(new Request('http://localhost:3000/api/uploads', { method: 'POST', headers }));

  it('may be any name of this server', () => {
    expect(from({ origin: 'http://localhost:3000' })).not.toThrow();
    expect(from({ origin: 'https://ocr.example', host: 'ocr.example' })).not.toThrow();
    expect(from({ origin: 'https://ocr.example', 'x-forwarded-host': 'ocr.example' })).not.toThrow();
  });

  it.each([
    {},
    { origin: 'null' },
    { origin: 'https://evil.example', host: 'ocr.example' },
    { origin: 'https://ocr.example.evil.example', host: 'ocr.example' },
  ])('%j is refused', (headers) => {
    expect(from(headers)).toThrow('did not come from a page of Lectern');
  });
});

describe("the caller's address", () => {
  const headers = new Headers({ 'x-forwarded-for': '203.0.113.9, 192.0.2.1', 'user-agent': 'x' });

  it('is the one that our server saw, not the one the caller claims', () => {
    expect(requestOrigin(headers, { trustedProxies: 0 })).toEqual({ ipAddress: '192.0.2.1', userAgent: 'x' });
  });

  it('is the one that a trusted proxy saw', () => {
    expect(requestOrigin(headers, { trustedProxies: 1 }).ipAddress).toBe('203.0.113.9');
  });

  it('is unknown when nobody told it', () => {
    const unknown = { ipAddress: null, userAgent: null };
    expect(requestOrigin(new Headers(), { trustedProxies: 0 })).toEqual(unknown);
  });
});
