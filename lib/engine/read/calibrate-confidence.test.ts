import { describe, expect, it } from 'vitest';
import type { Box } from '../page-reading.ts';
import { calibrateLine, confidenceScales } from './calibrate-confidence.ts';

const box: Box = [0, 0, 10, 10];

function confidencesOf(...modelConfidences: number[]): number[] {
  const words = modelConfidences.map((confidence) => ({ text: 'word', confidence, box }));
  const line = calibrateLine({ text: '', confidence: 0, box, words }, confidenceScales.english);
  return line.words.map(({ confidence }) => confidence);
}

describe('calibrateLine', () => {
  it('never puts a word before another of which the model was surer', () => {
    const steps = Array.from({ length: 101 }, (_, percent) => percent / 100);
    const confidences = confidencesOf(...steps);
    expect(confidences).toEqual(confidences.toSorted((a, b) => a - b));
    expect(new Set(confidences).size).toBeGreaterThan(90);
  });

  it('never falls below 0, and stays below 1: no word is certain', () => {
    const [least = -1, most = 1] = confidencesOf(0, 1);
    expect(least).toBeGreaterThanOrEqual(0);
    expect(most).toBeGreaterThan(0.99);
    expect(most).toBeLessThan(1);
  });

  it('trusts the model less than it trusts itself', () => {
    const [confidence = 1] = confidencesOf(0.8);
    expect(confidence).toBeLessThan(0.75);
    expect(confidence).toBeGreaterThan(0.6);
  });

  it.each(['latin', 'chinese', 'japanese', 'tesseract'] as const)(
    'leaves the words of the %s reader as sure as it tells: no scale is fitted to them',
    (reader) => {
      const words = [0.2, 0.55, 0.98].map((confidence) => ({ text: 'word', confidence, box }));
      const line = calibrateLine({ text: '', confidence: 0, box, words }, confidenceScales[reader]);
      expect(line.words).toEqual(words);
    },
  );

  it('gives a line the mean of its words by their letters, and changes nothing else', () => {
    const words = [
      { text: 'abc', confidence: 0.9, box },
      { text: 'd', confidence: 0.5, box },
    ];
    const line = calibrateLine({ text: 'abc d', confidence: 0.8, box, words }, confidenceScales.english);
    const [first = 0, second = 0] = line.words.map(({ confidence }) => confidence);
    expect(line.confidence).toBeCloseTo((3 * first + second) / 4, 2);
    expect(line).toMatchObject({
      text: 'abc d',
      box,
      words: [
        { text: 'abc', box },
        { text: 'd', box },
      ],
    });
  });
});
