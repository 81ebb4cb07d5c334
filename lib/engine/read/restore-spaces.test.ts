import { describe, expect, it } from 'vitest';
import type { Character } from './decode-characters.ts';
import { restoreSpaces } from './restore-spaces.ts';

/**
 * Characters 20 columns apart with ink-free gaps of 4 columns between them; hints give p(space) before a
 * position.
 */
function line(text: string, hints: Record<number, number> = {}, wideGaps: readonly number[] = []) {
  let centre = 10;
  const gaps: { start: number; end: number }[] = [];
  const characters = [...text].map((character, index): Character => {
    if (index > 0) {
      const gap = wideGaps.includes(index) ? 16 : 4;
      gaps.push({ start: centre + 8, end: centre + 8 + gap });
      centre += 16 + gap;
    }
    return { text: character, confidence: 0.9, centre, spaceBefore: hints[index] ?? 0 };
  });
  return restoreSpaces(characters, gaps)
    .map((character) => character.text)
    .join('');
}

describe('restoreSpaces', () => {
  it('puts a space where the model nearly saw one and the gap is wide', () => {
    expect(line('TOTALDUE', { 5: 0.2 }, [5])).toBe('TOTAL DUE');
  });

  it('wants a wider gap than usual, even for a clear hint', () => {
    expect(line('nextword', { 4: 0.45 })).toBe('nextword');
    expect(line('Nextword', { 4: 0.45 }, [4])).toBe('Next word');
  });

  it('puts none where the model saw nothing, however wide the gap', () => {
    expect(line('TOTALDUE', {}, [5])).toBe('TOTALDUE');
  });

  it('keeps decimal numbers whole where a comma between words would be parted', () => {
    expect(line('12.50', { 3: 0.02 })).toBe('12.50');
    expect(line('one,two', { 4: 0.02 }, [4])).toBe('one, two');
  });

  it('leaves spaces that the model saw as they are', () => {
    expect(line('a b', { 1: 0.5, 2: 0.5 })).toBe('a b');
  });
});
