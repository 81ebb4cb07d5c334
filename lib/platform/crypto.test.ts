import { describe, expect, it } from 'vitest';
import { derive, randomToken, seal, sha256, unseal } from './crypto.ts';

const secret = 's'.repeat(32);

describe('seal and unseal', () => {
  it('give back the text under the same secret', () => {
    expect(unseal(secret, seal(secret, 'whsec_ä+/='))).toBe('whsec_ä+/=');
  });

  it('never seal the same text to the same bytes', () => {
    expect(seal(secret, 'x')).not.toBe(seal(secret, 'x'));
  });

  it('refuse another secret and any change of the sealed text', () => {
    const sealed = seal(secret, 'text');
    expect(() => unseal('t'.repeat(32), sealed)).toThrow();
    const [version, iv, tag, body = ''] = sealed.split('.');
    const changed = [version, iv, tag, (body.startsWith('A') ? 'B' : 'A') + body.slice(1)].join('.');
    expect(() => unseal(secret, changed)).toThrow();
    expect(() => unseal(secret, 'v9.a.b.c')).toThrow('unknown form');
    const shortTag = Buffer.from(tag ?? '', 'base64url')
      .subarray(0, 4)
      .toString('base64url');
    expect(() => unseal(secret, [version, iv, shortTag, body].join('.'))).toThrow();
  });
});

describe('derive', () => {
  it('binds a value to its secret and its purpose', () => {
    expect(derive(secret, 'a')).toBe(derive(secret, 'a'));
    expect(derive(secret, 'a')).not.toBe(derive(secret, 'b'));
    expect(derive(secret, 'a')).not.toBe(derive('t'.repeat(32), 'a'));
  });
});

describe('tokens', () => {
  it('are URL-safe, long and never repeat', () => {
    const made = new Set(Array.from({ length: 200 }, () => randomToken()));
    expect(made.size).toBe(200);
    for (const token of made) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('are stored by their SHA-256', () => {
    // FIPS 180-2, appendix B.1.
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
