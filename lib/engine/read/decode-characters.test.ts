import { describe, expect, it } from 'vitest';
import { decodeCharacters } from './decode-characters.ts';

const characters = ['', 'a', 'b', ' '];

/** One step per entry: the class that wins, with 0.9; a pair adds a probability for the space. */
function steps(...winners: (number | [winner: number, space: number])[]) {
  const data = new Float32Array(winners.length * characters.length);
  winners.forEach((entry, step) => {
    const [winner, space] = typeof entry === 'number' ? [entry, 0] : entry;
    data[step * characters.length + 3] = space;
    data[step * characters.length + winner] = 0.9;
  });
  return { data, steps: winners.length, classes: characters.length };
}

function textOf(...winners: Parameters<typeof steps>): string {
  return decodeCharacters(steps(...winners), characters, 8)
    .map(({ text }) => text)
    .join('');
}

describe('decodeCharacters', () => {
  it('reads repeated classes as one character, and as two with a blank between', () => {
    expect(textOf(1, 1, 0, 1, 2, 2)).toBe('aab');
  });

  it('reads nothing from blanks', () => {
    expect(textOf(0, 0, 0)).toBe('');
  });

  it('places each character in the middle of its steps', () => {
    const decoded = decodeCharacters(steps(0, 1, 1, 1, 0, 2), characters, 8);
    expect(decoded.map(({ centre }) => centre)).toEqual([20, 44]);
  });

  it('remembers the strongest hint of a space before each character', () => {
    const decoded = decodeCharacters(steps(1, [0, 0.3], [0, 0.1], 2, 1), characters, 8);
    expect(decoded.map(({ spaceBefore }) => Math.round(spaceBefore * 10) / 10)).toEqual([0, 0.3, 0]);
  });

  it('tells how sure the model was', () => {
    const [character] = decodeCharacters(steps(2), characters, 8);
    expect(character?.confidence).toBeCloseTo(0.9);
  });

  it('tells of a capital I how likely it was a small L', () => {
    const data = new Float32Array([0, 0, 0.75, 0.25, 0, 0.9, 0.1, 0]);
    const decoded = decodeCharacters({ data, steps: 2, classes: 4 }, ['', 'a', 'I', 'l'], 8);
    expect(decoded.map(({ text, smallL }) => [text, smallL])).toEqual([
      ['I', 0.25],
      ['a', undefined],
    ]);
  });
});
