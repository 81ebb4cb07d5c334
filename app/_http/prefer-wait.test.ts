import { describe, expect, it } from 'vitest';
import { preferredWait } from './prefer-wait.ts';

describe('the preference to wait', () => {
  it.each([
    ['wait', 59_000, 'wait'],
    ['wait=1', 1_000, 'wait=1'],
    ['wait=60', 59_000, 'wait=60'],
    ['wait=61', 59_000, 'wait=60'],
    ['wait=90', 59_000, 'wait=60'],
    ['Wait = "5"', 5_000, 'wait=5'],
    ['respond-async, wait=5', 5_000, 'wait=5'],
    ['wait=5; foo=bar, handling=lenient', 5_000, 'wait=5'],
  ])('%s holds the reply', (header, timeoutMs, applied) => {
    expect(preferredWait(header)).toEqual({ timeoutMs, applied });
  });

  it.each([null, '', 'respond-async', 'wait=0', 'wait=-1', 'wait=1.5', 'wait=x', 'wait=', 'waiting=5'])(
    '%s does not',
    (header) => {
      expect(preferredWait(header)).toBeUndefined();
    },
  );
});
