import { expect, it } from 'vitest';
import { wordMark } from './word-mark.ts';

const word = { text: 'Bread', box: null };

it('marks what the machine doubted, until a person has changed or confirmed it', () => {
  expect(wordMark({ ...word, confidence: 0.6 }, 0.8)).toBe('doubtful');
  expect(wordMark({ ...word, confidence: 0.6, by: 'confirmed' }, 0.8)).toBe('confirmed');
  expect(wordMark({ ...word, confidence: 0.6, by: 'corrected' }, 0.8)).toBe('corrected');
});

it('leaves alone what the machine was sure of, or never read', () => {
  expect(wordMark({ ...word, confidence: 0.8 }, 0.8)).toBeNull();
  expect(wordMark({ ...word, confidence: null }, 0.8)).toBeNull();
});
