/**
 * The inverse of a symmetric, positive definite matrix of `size` rows, by Gauss-Jordan elimination; no such matrix needs
 * its rows exchanged.
 */
export function inverse(matrix: Float64Array, size: number): Float64Array {
  const result = Float64Array.from(matrix);
  for (let pivot = 0; pivot < size; pivot++) {
    const row = result.subarray(pivot * size, (pivot + 1) * size);
    const scale = 1 / (row[pivot] ?? 1);
    row[pivot] = 1;
    for (let column = 0; column < size; column++) row[column] = (row[column] ?? 0) * scale;
    for (let other = 0; other < size; other++) {
      if (other !== pivot) eliminate(result.subarray(other * size, (other + 1) * size), row, pivot);
    }
  }
  return result;
}

function eliminate(row: Float64Array, pivotRow: Float64Array, pivot: number): void {
  const factor = row[pivot] ?? 0;
  row[pivot] = 0;
  for (let column = 0; column < row.length; column++)
    row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
}
