import { describe, expect, it } from 'vitest';
import { boxesFromMap } from './boxes-from-map.ts';

const width = 100;
const height = 60;

function mapWith(regions: { x: number; y: number; width: number; height: number; value: number }[]) {
  const probability = new Float32Array(width * height);
  for (const region of regions) {
    for (let y = region.y; y < region.y + region.height; y++) {
      probability.fill(region.value, y * width + region.x, y * width + region.x + region.width);
    }
  }
  return { width, height, probability };
}

describe('boxesFromMap', () => {
  it('grows each core back to the height of its line', () => {
    const [box] = boxesFromMap(mapWith([{ x: 20, y: 20, width: 40, height: 10, value: 0.9 }]));
    // Area times 1.6 over circumference: 40 · 10 · 1.6 / 100 = 6.4 on each side.
    expect(box?.width).toBeCloseTo(52.8);
    expect(box?.height).toBeCloseTo(22.8);
    expect(box).toMatchObject({ angle: 0, coreHeight: 10 });
    expect(box?.centreX).toBeCloseTo(39.5);
  });

  it('leaves out what the model doubts, and specks', () => {
    const doubtful = { x: 5, y: 5, width: 30, height: 8, value: 0.5 };
    const speck = { x: 80, y: 40, width: 2, height: 2, value: 0.99 };
    const thin = { x: 5, y: 50, width: 40, height: 2, value: 0.99 };
    expect(boxesFromMap(mapWith([doubtful, speck, thin]))).toEqual([]);
  });
});
