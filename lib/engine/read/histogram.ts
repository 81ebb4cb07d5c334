/** How many pixels there are of each value from 0 to 255. */
export function histogramOf(pixels: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  const ofOdd = new Uint32Array(256);
  const even = pixels.length & ~1;
  // Two tables in turn: neighbours are mostly equal, and a count has to wait for the same one before it.
  for (let at = 0; at < even; at += 2) {
    const value = pixels[at] ?? 0;
    const next = pixels[at + 1] ?? 0;
    histogram[value] = (histogram[value] ?? 0) + 1;
    ofOdd[next] = (ofOdd[next] ?? 0) + 1;
  }
  for (let value = 0; value < 256; value++) histogram[value] = (histogram[value] ?? 0) + (ofOdd[value] ?? 0);
  if (even < pixels.length) histogram[pixels[even] ?? 0] = (histogram[pixels[even] ?? 0] ?? 0) + 1;
  return histogram;
}
