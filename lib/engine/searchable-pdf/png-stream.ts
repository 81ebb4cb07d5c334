const SIGNATURE_BYTES = 8;
const CHUNK_FRAME_BYTES = 12;
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1 };
const PALETTE = 3;

/** The compressed rows of a PNG, which PDF reads as they are (predictor 15), and what they mean. */
export type PngStream = {
  rows: Uint8Array;
  width: number;
  height: number;
  bitsPerComponent: number;
  channels: number;
  /** Red, green and blue of each colour; null when the pixels are colours themselves. */
  palette: Uint8Array | null;
};

/** Null for a PNG that PDF cannot take as it is: interlaced, or with transparency. */
export function pngStream(png: Uint8Array): PngStream | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const rows: Uint8Array[] = [];
  let palette: Uint8Array | null = null;
  for (let at = SIGNATURE_BYTES; at + CHUNK_FRAME_BYTES <= png.length; ) {
    const length = view.getUint32(at);
    const type = Buffer.from(png.subarray(at + 4, at + 8)).toString('latin1');
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IDAT') rows.push(data);
    if (type === 'PLTE') palette = data;
    if (type === 'tRNS') return null;
    at += length + CHUNK_FRAME_BYTES;
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [bitsPerComponent, colourType, interlaced] = [png[24] ?? 0, png[25] ?? 0, png[28] ?? 0];
  const channels = CHANNELS[colourType];
  if (channels === undefined || interlaced !== 0 || (colourType === PALETTE && !palette)) return null;
  return {
    rows: Buffer.concat(rows),
    width,
    height,
    bitsPerComponent,
    channels,
    palette: colourType === PALETTE ? palette : null,
  };
}
