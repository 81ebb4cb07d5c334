/** Each pixel's value replaced by what stands for it in a table of 256. */
export function replaceTones(pixels: Uint8Array, table: Uint8Array): Uint8Array {
  const replaced = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) replaced[at] = table[pixels[at] ?? 0] ?? 0;
  return replaced;
}
