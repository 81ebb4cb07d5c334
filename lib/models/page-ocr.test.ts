import { expect, it } from 'vitest';
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
