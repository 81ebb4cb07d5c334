import { describe, expect, it } from 'vitest';
import { seal, unseal } from './crypto.ts';
import { everySecret, openSealed, sealedAnew } from './sealed.ts';

const [now, before, longAgo] = ['n', 'b', 'l'].map((letter) => letter.repeat(32)) as [string, string, string];
const secrets = { secret: now, formerSecrets: [before, longAgo] };

describe('after the secret was changed', () => {
  it('opens what any of the secrets has sealed, and nothing else', () => {
    for (const secret of everySecret(secrets)) expect(openSealed(seal(secret, 'text'), secrets)).toBe('text');
    expect(() => openSealed(seal('x'.repeat(32), 'text'), secrets)).toThrow();
  });

  it('seals anew only what a former secret has sealed', () => {
    expect(unseal(now, sealedAnew(seal(longAgo, 'text'), secrets) ?? '')).toBe('text');
    expect(sealedAnew(seal(now, 'text'), secrets)).toBeNull();
    expect(sealedAnew(seal('x'.repeat(32), 'text'), secrets)).toBeNull();
    expect(sealedAnew('v1.not.sealed.text', secrets)).toBeNull();
  });
});
