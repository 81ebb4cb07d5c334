import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;

/** The files in a zip by their names, as text, read by its central directory (APPNOTE 4.3). */
export function textOfZip(zip: Buffer): Record<string, string> {
  const end = zip.lastIndexOf(Buffer.from(Uint32Array.of(END_OF_DIRECTORY).buffer), zip.length - END_BYTES);
  if (end < 0) throw new Error('This is no zip: it has no directory.');
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const isDeflated = zip.readUInt16LE(at + 10) === 8;
    const byteLength = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const entry = zip.readUInt32LE(at + 42);
    const data = entry + 30 + zip.readUInt16LE(entry + 26) + zip.readUInt16LE(entry + 28);
    const bytes = zip.subarray(data, data + byteLength);
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString();
    files[name] = (isDeflated ? inflateRawSync(bytes) : bytes).toString();
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
