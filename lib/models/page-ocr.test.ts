import { expect, it } from 'vitest';
import { invalidFields } from '#lib/contracts/index.ts';
import type { ModelEngine } from './model.ts';
import { pageOcr } from './page-ocr.ts';

const image = 'https://example.org/a.pdf';

/** What the engine is asked, and what is logged, for this input. */
async function runWith(input: object) {
  const asked: unknown[] = [];
  const lines: string[] = [];
  const engine: ModelEngine = {
    size: 1,
    inspect: () => Promise.reject(new Error('Not asked for.')),
    async readPage(request) {
      asked.push(request);
      return { text: '', width: 1, height: 1, angle: 0, lines: [] };
    },
  };
  await pageOcr.run(input, {
    engine,
    signal: new AbortController().signal,
    isStreamed: false,
    file: async () => '/a.pdf',
    log: (line) => void lines.push(line),
    pagesKnown: async () => undefined,
    pageRead: () => undefined,
    output: () => undefined,
  });
  return { asked, lines };
}

it('leaves it to the engine to judge the text that a PDF page holds, unless told', async () => {
  expect((await runWith({ image })).asked).toMatchObject([{ file: '/a.pdf', page: 1, textLayer: 'auto' }]);
  expect((await runWith({ image, text_layer: 'off' })).asked).toMatchObject([{ textLayer: 'off' }]);
});

it('hands the password of a PDF to the engine and never to the log', async () => {
  const { asked, lines } = await runWith({ image, pdf_password: 'sesame' });
  expect(asked).toMatchObject([{ password: 'sesame' }]);
  expect(lines.join('\n')).not.toContain('sesame');
});

it('asks for a part of the page as it lies on the upright page', async () => {
  const { asked } = await runWith({ image, region: [10, 20, 300, 60], turned: 90 });
  expect(asked).toMatchObject([{ region: { box: [10, 20, 300, 60], turned: 90 } }]);
  expect((await runWith({ image })).asked[0]).not.toHaveProperty('region');
});

it.each([
  [
    [10, 20, 10, 60],
    'input.region',
    'Must be [left, top, right, bottom], with left below right and top below bottom',
  ],
  [[-1, 20, 10, 60], 'input.region.0', 'Must be greater than or equal to 0'],
  [[1.5, 20, 10, 60], 'input.region.0', 'Invalid type. Expected: integer, given: number'],
  [7, 'input.region', 'Invalid type. Expected: array, given: integer'],
  [[1, 2, 3], 'input.region', 'Array must have at least 4 items'],
])('refuses the region %j by its place', (region, field, description) => {
  const { error } = pageOcr.input.safeParse({ image, region });
  expect(error && invalidFields(error, { image, region }, ['input'])).toEqual([
    expect.objectContaining({ field, description }),
  ]);
});
