import { describe, expect, it } from 'vitest';
import { summarise } from './summarise.ts';

const page = (cpuSeconds: number) => ({ wordF1: 1, cer: 0, cpuSeconds });

describe('summarise', () => {
  it('gives the mean, and the median whatever the order: one outlier does not move it', () => {
    const { cpuSeconds } = summarise([page(100), page(1), page(4)]);
    expect(cpuSeconds).toEqual({ median: 4, mean: 35 });
  });

  it('takes the mean of the middle two of an even count', () => {
    expect(summarise([page(4), page(1), page(2), page(9)]).cpuSeconds).toEqual({ median: 3, mean: 4 });
  });

  it('gives the figures of a single page as they are', () => {
    const summary = summarise([{ wordF1: 0.5, cer: 0.25, cpuSeconds: 2 }]);
    expect(summary).toEqual({
      wordF1: { median: 0.5, mean: 0.5 },
      cer: { median: 0.25, mean: 0.25 },
      cpuSeconds: { median: 2, mean: 2 },
    });
  });
});
