import { expect, it } from 'vitest';
import { detectionInput } from './detection-input.ts';

it('gives the network three planes of the page, normalised as in its training', async () => {
  const page = { width: 64, height: 32, pixels: new Uint8Array(64 * 32).fill(255) };
  const input = await detectionInput(page, { width: 32, height: 32 });
  expect(input).toHaveLength(3 * 32 * 32);
  const planes = [0, 1, 2].map((channel) => input[channel * 32 * 32]?.toFixed(3));
  expect(planes).toEqual([
    (0.515 / 0.229).toFixed(3),
    (0.544 / 0.224).toFixed(3),
    (0.594 / 0.225).toFixed(3),
  ]);
});
