/** How channels go together: the mean of each, and the covariance of each with each, row by row. */
export type Covariance = { size: number; mean: Float64Array; values: Float64Array };

/** Gathers the covariance of what it is shown, a vector of `size` values at a time. */
export function createCovarianceMeter(size: number) {
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  let count = 0;

  function add(vector: Float64Array): void {
    count++;
    for (let row = 0; row < size; row++) {
      const value = vector[row] ?? 0;
      sums[row] = (sums[row] ?? 0) + value;
      addProducts(products, row * size, value, vector, row);
    }
  }

  function covariance(): Covariance {
    const mean = sums.map((sum) => sum / count);
    const values = new Float64Array(size * size);
    for (let row = 0; row < size; row++) {
      for (let column = row; column < size; column++) {
        const product = (products[row * size + column] ?? 0) / count;
        const value = product - (mean[row] ?? 0) * (mean[column] ?? 0);
        values[row * size + column] = value;
        values[column * size + row] = value;
      }
    }
    return { size, mean, values };
  }

  return { add, covariance };
}

// The half behind the diagonal is enough.
function addProducts(
  products: Float64Array,
  start: number,
  value: number,
  vector: Float64Array,
  from: number,
): void {
  for (let column = from; column < vector.length; column++)
    products[start + column] = (products[start + column] ?? 0) + value * (vector[column] ?? 0);
}

/** That of the channels at `kept` alone. */
export function covarianceAt({ size, mean, values }: Covariance, kept: readonly number[]): Covariance {
  const part = new Float64Array(kept.length ** 2);
  for (const [row, from] of kept.entries()) {
    for (const [column, to] of kept.entries())
      part[row * kept.length + column] = values[from * size + to] ?? 0;
  }
  return { size: kept.length, mean: Float64Array.from(kept, (at) => mean[at] ?? 0), values: part };
}
