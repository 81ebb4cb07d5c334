import { describe, expect, it } from 'vitest';
import { INERT_POLICY, isPagePath, pagePolicy, securityHeaders } from './security-headers.ts';

const onHttp = { mode: 'production', publicUrl: 'http://localhost:3000' };
const onHttps = { mode: 'production', publicUrl: 'https://lectern.example' };

describe('the policy of a page', () => {
  it('runs no script without the nonce, and none that is made of text', () => {
    const policy = pagePolicy('abc', ["'sha256-x'"], onHttp);
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc' 'sha256-x';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.match(/[a-z-]+ 'unsafe-inline'/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
  });

  it('lets nobody frame the page, change its base or send its forms elsewhere', () => {
    const policy = pagePolicy('abc', [], onHttp).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]),
    );
  });

  it('asks for https only where the installation has it', () => {
    expect(pagePolicy('abc', [], onHttp)).not.toContain('upgrade-insecure-requests');
    expect(pagePolicy('abc', [], onHttps)).toContain('upgrade-insecure-requests');
    expect(securityHeaders('/', onHttp)).not.toHaveProperty('strict-transport-security');
    expect(securityHeaders('/', onHttps)['strict-transport-security']).toBe('max-age=31536000');
  });
});

it.each([
  ['/', true],
  ['/sign-in', true],
  ['/team/documents', true],
  ['/api-team/documents', true],
  ['/api/docs', true],
  ['/no/such/page', true],
  ['/api/documents', false],
  ['/v1', false],
  ['/v1/predictions', false],
  ['/_next/static/a.js', false],
  ['/icon.svg', false],
])('knows whether %s leads to a page: %s', (path, isPage) => {
  expect(isPagePath(path)).toBe(isPage);
});

it('says of a sandboxed answer nothing that would keep a browser from showing it', () => {
  expect(INERT_POLICY).toContain('sandbox');
  expect(securityHeaders('/api/documents', onHttp)).not.toHaveProperty('cross-origin-opener-policy');
  expect(securityHeaders('/sign-in', onHttp)['cross-origin-opener-policy']).toBe('same-origin');
});
