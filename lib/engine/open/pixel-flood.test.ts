import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuzzedFormats, seedFile } from '#lib/testing/damaged-files.ts';
import { withSize } from '#lib/testing/lie-about-size.ts';
import { inspectFile } from './inspect-file.ts';
import { loadGreyPage } from './load-grey-page.ts';
import { renderPage } from './render-page.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-flood-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a small file whose header promises 268 megapixels', () => {
  it.each(fuzzedFormats.filter((format) => format !== 'pdf'))(
    'of format %s is refused before it is decoded, whatever is asked of it',
    async (format) => {
      const file = join(folder, format);
      // The largest that a WebP can promise.
      const size = { width: 16_383, height: 16_383 };
      await writeFile(file, withSize(format, await seedFile(format), size));
      const memoryBefore = process.memoryUsage.rss();
      const works = [() => inspectFile(file), () => loadGreyPage(file, 1), () => renderPage(file, 1, 100)];
      for (const work of works) {
        await expect(work()).rejects.toMatchObject({ code: 'too_large' });
      }
      expect(process.memoryUsage.rss() - memoryBefore).toBeLessThan(200 * 2 ** 20);
    },
  );
});

it('an AVIF is refused above 30 megapixels, with what to do, since it is held whole', async () => {
  const file = join(folder, 'large.avif');
  await writeFile(file, withSize('avif', await seedFile('avif'), { width: 6_000, height: 5_100 }));
  await expect(loadGreyPage(file, 1)).rejects.toMatchObject({
    code: 'too_large',
    message: expect.stringContaining('at most 30 megapixels can be read of an AVIF image. Save it as JPEG'),
  });
});
