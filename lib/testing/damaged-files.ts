import sharp from 'sharp';
import { makePageImage, makePdf } from './image-factory.ts';
import { type SizedFormat, withRightChecksums, withSize } from './lie-about-size.ts';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const fuzzedFormats: readonly SizedFormat[] = ['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif', 'pdf'];

/** A small valid file of the format, with two words on it. */
export async function seedFile(format: SizedFormat): Promise<Buffer> {
  const look = { pageSize: { width: 60, height: 30 }, margin: 5 };
  if (format === 'pdf') return Buffer.from(await makePdf([['Total 5'], ['two']], look));
  const picture = sharp(await makePageImage(['Total 5'], { ...look, dpi: 150 }));
  if (format === 'tiff') return await picture.tiff({ compression: 'lzw' }).toBuffer();
  return await picture.toFormat(format).toBuffer();
}

type Damage = (bytes: Buffer, random: () => number, format: SizedFormat) => Buffer;

const damages: readonly Damage[] = [
  function cutShort(bytes, random) {
    return bytes.subarray(0, below(bytes.length, random));
  },
  function flipBits(bytes, random) {
    return changed(bytes, 1 + below(16, random), (old) => old ^ (1 << below(8, random)), random);
  },
  // Headers stand in front, and are a small part of the file.
  function flipHeaderBits(bytes, random) {
    const head = changed(
      bytes.subarray(0, 200),
      1 + below(6, random),
      (old) => old ^ (1 << below(8, random)),
      random,
    );
    return Buffer.concat([head, bytes.subarray(200)]);
  },
  function setExtremes(bytes, random) {
    return changed(bytes, 1 + below(8, random), () => [0, 0x7f, 0x80, 0xff][below(4, random)] ?? 0, random);
  },
  function leaveOut(bytes, random) {
    const from = below(bytes.length, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + below(64, random))]);
  },
  function repeatPart(bytes, random) {
    const from = below(bytes.length, random);
    return Buffer.concat([bytes.subarray(0, from + below(64, random)), bytes.subarray(from)]);
  },
  function lieAboutSize(bytes, random, format) {
    const sides = [0, 1, 2, 95, 4_000, 16_383, 65_535, 1_000_000, 2 ** 31 - 1];
    const side = () => sides[below(sides.length, random)] ?? 1;
    return withSize(format, bytes, { width: side(), height: side() });
  },
];

/** The `number`th damaged copy of a seed file: the same for the same number. */
export function damagedCopy(seed: Buffer, format: SizedFormat, number: number): Buffer {
  const random = randomNumbers(number * 7919 + format.length);
  const damage = damages[number % damages.length];
  const copy = damage ? damage(seed, random, format) : seed;
  return format === 'png' && random() < 0.5 ? withRightChecksums(copy) : copy;
}

function changed(
  bytes: Buffer,
  count: number,
  change: (old: number) => number,
  random: () => number,
): Buffer {
  const copy = Buffer.from(bytes);
  for (let done = 0; done < count; done++) {
    const at = below(copy.length, random);
    copy[at] = change(copy[at] ?? 0);
  }
  return copy;
}

function below(limit: number, random: () => number): number {
  return Math.floor(random() * limit);
}
