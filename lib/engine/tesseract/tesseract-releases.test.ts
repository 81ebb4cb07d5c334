import { expect, it } from 'vitest';
import { tesseractData } from './tesseract-data.ts';
import { tesseractReleases } from './tesseract-releases.ts';

const isInstalled = tesseractData('deu') !== null;

it.runIf(isInstalled)(
  'names the releases of Tesseract, of what it calculates with and of its data',
  async () => {
    expect(await tesseractReleases()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^tesseract\.js@\d/),
        expect.stringMatching(/^tesseract\.js-core@\d/),
        expect.stringMatching(/^@tesseract\.js-data\/deu@\d/),
      ]),
    );
  },
);

it('names no data that are not installed', async () => {
  for (const release of await tesseractReleases()) {
    const [, code] = /^@tesseract\.js-data\/(.+)@/.exec(release) ?? [];
    if (code !== undefined) expect(tesseractData(code)).not.toBeNull();
  }
  expect((await tesseractReleases()).some((release) => release.includes('deu@'))).toBe(isInstalled);
});
