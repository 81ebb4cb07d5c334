/** Each pixel's value replaced by what stands for it in a table of 256. */
export function replaceTones(pixels: Uint8Array, table: Uint8Array): Uint8Array {
  const { length } = pixels;
  const replaced = new Uint8Array(length);
  for (let at = 0; at < length; at++) replaced[at] = table[pixels[at] ?? 0] ?? 0;
  return replaced;
}

/** A table of 256: what stands for each value. Built by a loop: `Uint8Array.from` takes ten times as long. */
export function toneTable(toValue: (value: number) => number): Uint8Array {
  const table = new Uint8Array(256);
  for (let value = 0; value < 256; value++) table[value] = toValue(value);
  return table;
}
