import { describe, expect, it } from 'vitest';
import { residentBytesOf } from './resident-memory.ts';

describe.runIf(process.platform === 'linux')('residentBytesOf', () => {
  it('tells about the memory of a running process', async () => {
    const own = process.memoryUsage.rss();
    const told = (await residentBytesOf(process.pid)) ?? 0;
    expect(Math.abs(told - own)).toBeLessThan(0.2 * own);
  });

  it('tells nothing about a process that is gone', async () => {
    expect(await residentBytesOf(2 ** 22 + 1)).toBeNull();
  });
});
