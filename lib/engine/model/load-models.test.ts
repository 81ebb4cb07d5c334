import { expect, it } from 'vitest';
import { drawPage, makePdf } from '#lib/testing/image-factory.ts';
import { recogniseLine } from '../read/recognise-line.ts';
import { loadRecogniser } from './load-models.ts';

const words = ['Receipt', '128450'];

it.each(['english', 'latin', 'chinese', 'japanese'] as const)(
  'loads the %s model with the dictionary that belongs to it',
  { timeout: 60_000 },
  async (name) => {
    const pageSize = { width: 130, height: 24 };
    const line = await drawPage(
      await makePdf([[words.join(' ')]], { pageSize, margin: 3, fontSize: 13 }),
      144,
    );
    const read = await recogniseLine(await loadRecogniser(name), line);
    expect(read.map(({ text }) => text).join('')).toBe(words.join(''));
  },
);

it('loads a model only once', async () => {
  expect(await loadRecogniser('english')).toBe(await loadRecogniser('english'));
});
