/**
 * Which words of a reading are right. Both come in reading order: the longest common sequence is aligned first,
 * then what is left over is matched wherever it stands, so that another order of columns or of a receipt's
 * cells is no fault of the words. No word of the truth counts twice.
 */
export function rightWords(truth: readonly string[], reading: readonly string[]): boolean[] {
  const leftOver = new Map<string, number>();
  for (const word of truth) leftOver.set(word, (leftOver.get(word) ?? 0) + 1);
  const right = new Array<boolean>(reading.length).fill(false);
  for (const index of [...commonSequence(truth, reading), ...reading.keys()]) {
    const word = reading[index] ?? '';
    const left = leftOver.get(word) ?? 0;
    if (left === 0 || right[index]) continue;
    leftOver.set(word, left - 1);
    right[index] = true;
  }
  return right;
}

// Indexes into the reading, in order. The matrix holds the length of the longest sequence from each pair on.
function commonSequence(truth: readonly string[], reading: readonly string[]): number[] {
  const columns = reading.length + 1;
  const lengths = new Uint16Array((truth.length + 1) * columns);
  for (let row = truth.length - 1; row >= 0; row--) {
    for (let column = reading.length - 1; column >= 0; column--) {
      const at = row * columns + column;
      lengths[at] =
        truth[row] === reading[column]
          ? 1 + (lengths[at + columns + 1] ?? 0)
          : Math.max(lengths[at + columns] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  const sequence: number[] = [];
  for (let row = 0, column = 0; row < truth.length && column < reading.length; ) {
    const at = row * columns + column;
    if (truth[row] === reading[column]) {
      sequence.push(column);
      row++;
      column++;
    } else if ((lengths[at + columns] ?? 0) >= (lengths[at + 1] ?? 0)) row++;
    else column++;
  }
  return sequence;
}
