import { crc32 } from 'node:zlib';

export type SizedFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'avif' | 'pdf';
type Size = { width: number; height: number };

/** The file with another size in its header, as far as the header has room for it; the rest stays as it is. */
export function withSize(format: SizedFormat, bytes: Buffer, size: Size): Buffer {
  if (format === 'pdf') return withPageBox(bytes, size);
  const copy = Buffer.from(bytes);
  writers[format](copy, size);
  return copy;
}

const writers: Record<Exclude<SizedFormat, 'pdf'>, (copy: Buffer, size: Size) => void> = {
  png(copy, { width, height }) {
    copy.writeUInt32BE(width, 16);
    copy.writeUInt32BE(height, 20);
    withRightChecksums(copy).copy(copy);
  },
  jpeg(copy, { width, height }) {
    const frame = startOfFrame(copy);
    copy.writeUInt16BE(height & 0xffff, frame + 5);
    copy.writeUInt16BE(width & 0xffff, frame + 7);
  },
  // The frame of a lossy picture: its start code, then 14 bits each.
  webp(copy, { width, height }) {
    const code = copy.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
    copy.writeUInt16LE(width & 0x3fff, code + 3);
    copy.writeUInt16LE(height & 0x3fff, code + 5);
  },
  gif(copy, { width, height }) {
    copy.writeUInt16LE(width & 0xffff, 6);
    copy.writeUInt16LE(height & 0xffff, 8);
    const frame = firstFrame(copy);
    copy.writeUInt16LE(width & 0xffff, frame + 5);
    copy.writeUInt16LE(height & 0xffff, frame + 7);
  },
  tiff(copy, { width, height }) {
    const directory = copy.readUInt32LE(4);
    for (let entry = 0; entry < copy.readUInt16LE(directory); entry++) {
      const at = directory + 2 + entry * 12;
      const tag = copy.readUInt16LE(at);
      if (tag !== 256 && tag !== 257) continue;
      copy.writeUInt16LE(4, at + 2);
      copy.writeUInt32LE(tag === 256 ? width : height, at + 8);
    }
  },
  avif(copy, { width, height }) {
    const extent = copy.indexOf('ispe');
    copy.writeUInt32BE(width, extent + 8);
    copy.writeUInt32BE(height, extent + 12);
  },
};

/** Behind the colour table and the extensions, each a chain of blocks that tell their length. */
function firstFrame(gif: Buffer): number {
  const flags = gif[10] ?? 0;
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  while (gif[at] === 0x21) {
    at += 2;
    while (gif[at]) at += 1 + (gif[at] ?? 0);
    at += 1;
  }
  return at;
}

function startOfFrame(copy: Buffer): number {
  for (let at = 2; at + 4 < copy.length; at += 2 + copy.readUInt16BE(at + 2)) {
    const marker = copy[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return at;
  }
  throw new Error('This JPEG has no frame.');
}

function withPageBox(bytes: Buffer, { width, height }: Size): Buffer {
  const box = /\/MediaBox \[[^\]]*\]/g;
  return Buffer.from(bytes.toString('latin1').replace(box, `/MediaBox [0 0 ${width} ${height}]`), 'latin1');
}

/** A PNG whose damage its checksums do not tell, as far as its chunks can still be followed. */
export function withRightChecksums(png: Buffer): Buffer {
  const copy = Buffer.from(png);
  for (let at = 8; at + 12 <= copy.length; ) {
    const end = at + 8 + copy.readUInt32BE(at);
    if (end + 4 > copy.length) break;
    copy.writeUInt32BE(crc32(copy.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return copy;
}
