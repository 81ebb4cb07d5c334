import { describe, expect, it } from 'vitest';
import { storableJson, storableText } from './storable.ts';

describe('what PostgreSQL cannot keep', () => {
  it('is taken out of text', () => {
    expect(storableText('a\0b')).toBe('ab');
    expect(storableText('a\ud800b')).toBe('a\ufffdb');
    expect(storableText('all fine: ü 😀')).toBe('all fine: ü 😀');
  });

  it('is taken out of every text and key in JSON', () => {
    expect(storableJson({ 'k\0': ['x\0', { deep: '\0y' }], n: 1, none: null })).toEqual({
      k: ['x', { deep: 'y' }],
      n: 1,
      none: null,
    });
  });

  it('includes undefined, which becomes null', () => {
    expect(storableJson(undefined)).toBeNull();
  });
});
