/** More digits than the models mean would only make results larger. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
