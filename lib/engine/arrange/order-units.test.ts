import { describe, expect, it } from 'vitest';
import { orderUnits, type Unit } from './order-units.ts';

function unit(left: number, right: number, top: number, bottom: number): Unit {
  return { rows: [], isProse: false, left, right, top, bottom };
}

describe('orderUnits', () => {
  const left = unit(0, 100, 50, 200);
  const right = unit(120, 220, 40, 210);
  const heading = unit(0, 220, 0, 20);
  const footer = unit(0, 220, 230, 250);

  it('reads the left column before the right one, even when the right one begins higher', () => {
    expect(orderUnits([right, left])).toEqual([left, right]);
  });

  it('reads what stands above both columns first and what stands below them last', () => {
    expect(orderUnits([footer, right, left, heading])).toEqual([heading, left, right, footer]);
  });

  it('finishes the upper half of a page when something across the columns divides it', () => {
    const divider = unit(0, 220, 215, 225);
    const lowerLeft = unit(0, 100, 240, 300);
    expect(orderUnits([lowerLeft, divider, right, left])).toEqual([left, right, divider, lowerLeft]);
  });
});
