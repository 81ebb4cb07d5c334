import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inverse } from './inverse.ts';

it('gives what makes the matrix one again', () => {
  const rows = fc.integer({ min: 1, max: 6 }).chain((size) => {
    const row = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size });
    return fc.array(row, { minLength: size, maxLength: size });
  });
  fc.assert(
    fc.property(rows, (factor) => {
      const size = factor.length;
      const product = (a: number[], b: number[]) =>
        a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
      // A matrix times its transpose, and a little more on the diagonal, is positive definite.
      const matrix = factor.map((a, i) => factor.map((b, j) => product(a, b) + (i === j ? 1 : 0)));
      const inverted = inverse(Float64Array.from(matrix.flat()), size);
      for (const [i, row] of matrix.entries()) {
        for (let j = 0; j < size; j++) {
          const column = Array.from({ length: size }, (_, k) => inverted[k * size + j] ?? 0);
          expect(product(row, column)).toBeCloseTo(i === j ? 1 : 0, 6);
        }
      }
    }),
  );
});
