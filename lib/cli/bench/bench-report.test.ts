import { describe, expect, it } from 'vitest';
import { type BenchResult, benchReport } from './bench-report.ts';
import { summarise } from './summarise.ts';

const ours = { wordF1: 0.99, cer: 0.001, cpuSeconds: 0.5 };
const reliability = {
  words: 120,
  error: 0.0123,
  bins: [{ from: 0.9, words: 120, confidence: 0.97, right: 0.96 }],
};
const result: BenchResult = {
  date: '2031-03-27T10:00:00.000Z',
  machine: { cores: 2, architecture: 'x64', node: 'v24.0.0' },
  tesseract: null,
  sets: [
    {
      name: 'letters',
      pages: [{ file: '/secret/place/a.png', lectern: ours, tesseract: null }],
      lectern: summarise([ours]),
      tesseract: null,
      stepCpuSeconds: { open: 0.01, read: 0.4 },
      peakMegabytes: 321,
      reliability,
      boxes: { words: 118, median: 0, p95: 1, worst: 2 },
    },
  ],
  reliability,
  startSeconds: null,
  scaling: null,
};

describe('benchReport', () => {
  it('names the machine by its cores, and no file', () => {
    const report = benchReport(result);
    expect(report).toContain('2031-03-27, 2 cores (x64), Node v24.0.0');
    expect(report).not.toContain('secret');
  });

  it('tells accuracy, steps, memory, boxes and confidence of each set', () => {
    const rows = benchReport(result).replace(/ +/g, ' ').split('\n');
    expect(rows).toContain('| set | open | read | peak MB |');
    expect(rows).toContain('| letters | 0.010 | 0.400 | 321 |');
    expect(rows).toContain('| letters | 118 | 0.0 | 1.0 | 2.0 |');
    expect(rows).toContain('| 0.9 | 120 | 0.970 | 0.960 |');
    expect(rows).toContain('| letters | 120 | 0.012 |');
  });

  it('leaves out what was not measured', () => {
    expect(benchReport(result)).not.toContain('## Several children');
    const scaling = [
      { processes: 1, lectern: { pagesPerSecond: 0.4, ofLinear: 1 }, tesseract: null },
      { processes: 2, lectern: { pagesPerSecond: 0.78, ofLinear: 0.975 }, tesseract: null },
    ];
    const report = benchReport({ ...result, startSeconds: 0.8, scaling });
    expect(report).toContain('0.80 s');
    expect(report).toContain('0.97');
  });
});
