import { describe, expect, it } from 'vitest';
import { childCpuSeconds } from './child-cpu-seconds.ts';

describe('childCpuSeconds', () => {
  it('adds user and system time of the children, and leaves out those of the shell', () => {
    expect(childCpuSeconds('0m9.000000s 0m8.000000s\n0m0.730000s 0m0.400000s\n')).toBeCloseTo(1.13);
    expect(childCpuSeconds('0m0.001s 0m0.002s\n2m3.5s 0m0.250s\n')).toBeCloseTo(123.75);
  });

  it('never makes up a time', () => {
    expect(() => childCpuSeconds('')).toThrow(/no processor times/);
    expect(() => childCpuSeconds('0m0.001s 0m0.002s\n')).toThrow(/no processor times/);
  });
});
