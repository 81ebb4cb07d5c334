import { expect, it } from 'vitest';
import { recogniserInput } from './recogniser-input.ts';

const line = { width: 100, height: 2, pixels: new Uint8Array(200).map((_, at) => (at < 100 ? 255 : 0)) };

it('shows a piece of a line from black to white, and mid-grey beyond its end', () => {
  const { input, width } = recogniserInput(line, { start: 10, end: 61 });
  expect(width).toBe(56);
  expect([input[0], input[50], input[51], input[55]]).toEqual([1, 1, 0, 0]);
  expect([input[56], input[56 + 50], input[56 + 51]]).toEqual([-1, -1, 0]);
});

it('never is narrower than the network can see', () => {
  expect(recogniserInput(line, { start: 0, end: 3 }).width).toBe(48);
});
