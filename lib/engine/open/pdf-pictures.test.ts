import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawPdf } from '#lib/testing/hostile-files.ts';
import { loadGreyPage } from './load-grey-page.ts';

// One picture in each coding that scanners write: 32 × 16 pixels, black on the left, white on the right.
const [width, height] = [32, 16];
const picture = sharp(
  Uint8Array.from({ length: width * height }, (_, at) => (at % width < width / 2 ? 0 : 255)),
  { raw: { width, height, channels: 1 } },
);
/** Coded once by OpenJPEG: nothing among our packages writes JPEG 2000. */
const jpeg2000 = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAACAAAQcHAAAAAAAPY29scgEAAAAAABEAAAFeanAy' +
    'Y/9P/1EAKQAAAAAAIAAAABAAAAAAAAAAAAAAACAAAAAQAAAAAAAAAAAAAQcBAf9SAAwAAAABAAAEBAAB/1wABEBA/2QAJQABQ3JlYXRlZCBieSBP' +
    'cGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAA7AAB/5PfhbYRUFSS676wzXsQ5YOc6vIAAAAAGEhL/f8IAAAAAMJCLMIGEhIQGgGEhHuGDCQk' +
    'IDQDCQj3DBhISEBoBhIR7hgwkJCA0AwkI9wwYSEhAaAYSEe4YMJCQgNAMJCPcMGEhIQGgGEhHuGDCQkIDQDCQj3DBhISEBoBhIR7hgwkJCA0AwkI' +
    '9wwYSEhAaAYSEe4YMJCQgNAMJCPcMGEhIQGgGEhHuGDCQkIDQDCQj3DBhISEBoBhIR7hgwkJCA0AwkI9wwYSEhAaAYSEe4YMJCQgNAMJCPcMGEhI' +
    'QGgGEhH/2Q==',
  'base64',
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(data: Uint8Array, entries: string, page = ''): Promise<string> {
  const stream = (dictionary: string, bytes: string) =>
    `<< /Length ${bytes.length} ${dictionary} >>\nstream\n${bytes}\nendstream`;
  const file = join(folder, 'scan.pdf');
  await writeFile(
    file,
    rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 32 16] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> ${page} >>`,
      stream('', 'q 32 0 0 16 0 0 cm /P Do Q'),
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries}`,
        Buffer.from(data).toString('latin1'),
      ),
    ]),
  );
  return file;
}

/** Mean grey of the left and the right part, away from the edge between them. */
function sides({ width, height, pixels }: { width: number; height: number; pixels: Uint8Array }) {
  const middle = pixels.subarray(Math.floor(height / 2) * width).subarray(0, width);
  const mean = (part: Uint8Array) => part.reduce((sum, value) => sum + value, 0) / part.length;
  return [mean(middle.subarray(0, width * 0.4)), mean(middle.subarray(width * 0.6))];
}

function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}

// ITU-T T.6. The first row says: no white, 16 black, white to the end; every further one: as above. Then the end.
const faxBits = `001${'00110101'}${'0000010111'}1${'111'.repeat(height - 1)}${'000000000001'.repeat(2)}`;
const faxData = Buffer.from(
  faxBits.match(/.{1,8}/g)?.map((bits) => Number.parseInt(bits.padEnd(8, '0'), 2)) ?? [],
);

/** JBIG2 as it stands in a PDF (ITU-T T.88, 7.4): one segment, which begins a page of black pixels. */
const blackJbig2 = Buffer.concat([
  uint32(0),
  Uint8Array.of(48, 0, 1),
  uint32(19, width, height, 0, 0),
  Uint8Array.of(0b100, 0, 0),
]);

describe('a scan in a PDF', () => {
  it.each([
    [
      'JPEG',
      () => picture.clone().toColourspace('b-w').jpeg().toBuffer(),
      '/Filter /DCTDecode /ColorSpace /DeviceGray /BitsPerComponent 8',
    ],
    [
      'CMYK JPEG',
      () => picture.clone().toColourspace('cmyk').jpeg().toBuffer(),
      '/Filter /DCTDecode /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [1 0 1 0 1 0 1 0]',
    ],
    ['JPEG 2000', async () => jpeg2000, '/Filter /JPXDecode'],
    [
      'fax',
      async () => faxData,
      `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${width} /Rows ${height} >> /ColorSpace /DeviceGray /BitsPerComponent 1`,
    ],
  ] as const)('is seen, coded as %s', async (_, data, entries) => {
    const [left = 0, right = 0] = sides(await loadGreyPage(await fileOf(await data(), entries), 1));
    expect(left).toBeLessThan(60);
    expect(right).toBeGreaterThan(200);
  });

  it('is seen, coded as JBIG2', async () => {
    const entries = '/Filter /JBIG2Decode /ColorSpace /DeviceGray /BitsPerComponent 1';
    expect(Math.max(...sides(await loadGreyPage(await fileOf(blackJbig2, entries), 1)))).toBeLessThan(60);
  });

  it('is drawn with its own pixels, at least 150 an inch', async () => {
    const grey = '/ColorSpace /DeviceGray /BitsPerComponent 8';
    const pixels = new Uint8Array(width * height);
    // 32 × 16 points with 32 × 16 pixels are 72 dpi.
    expect(await loadGreyPage(await fileOf(pixels, grey), 1)).toMatchObject({ width: 67, height: 33 });
    const cropped = '/CropBox [0 0 8 4]';
    expect(await loadGreyPage(await fileOf(pixels, grey, cropped), 1)).toMatchObject({
      width: 17,
      height: 8,
    });
  });

  it('is seen through the crop box only, and turned as the page says', async () => {
    const data = await picture.clone().toColourspace('b-w').jpeg().toBuffer();
    const entries = '/Filter /DCTDecode /ColorSpace /DeviceGray /BitsPerComponent 8';
    const rightPart = await loadGreyPage(await fileOf(data, entries, '/CropBox [20 2 32 14]'), 1);
    expect(Math.min(...sides(rightPart))).toBeGreaterThan(200);
    const turned = await loadGreyPage(await fileOf(data, entries, '/Rotate 180'), 1);
    const [left = 0, right = 0] = sides(turned);
    expect(left).toBeGreaterThan(200);
    expect(right).toBeLessThan(60);
    expect(await loadGreyPage(await fileOf(data, entries, '/Rotate 90'), 1)).toMatchObject({
      width: 33,
      height: 67,
    });
  });
});
