import { describe, expect, it } from 'vitest';
import { halfTurn, quarterTurn } from './turn-image.ts';

const image = { width: 3, height: 2, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) };

describe('quarterTurn', () => {
  it('turns clockwise: the left column becomes the upper row, read from below', () => {
    expect(quarterTurn(image)).toEqual({ width: 2, height: 3, pixels: Uint8Array.of(4, 1, 5, 2, 6, 3) });
  });

  it('gives the same image again after four turns', () => {
    expect(quarterTurn(quarterTurn(quarterTurn(quarterTurn(image))))).toEqual(image);
  });
});

describe('halfTurn', () => {
  it('is two quarter turns, and leaves the image it was given alone', () => {
    expect(halfTurn(image)).toEqual(quarterTurn(quarterTurn(image)));
    expect(image.pixels).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6));
  });
});
