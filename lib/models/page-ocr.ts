import { z } from 'zod';
import { pageReadingSchema } from '#lib/contracts/index.ts';
import { languageInput } from './language-input.ts';
import { defineModel } from './model.ts';
import { createProgressLog } from './progress-log.ts';
import { boxOfRegion, regionInput } from './region-input.ts';
import { versionId } from './version-id.ts';

export const pageOcr = defineModel({
  owner: 'lectern',
  name: 'page-ocr',
  description: 'Reads one page of an image or PDF: its text, and where every line and word stands.',
  readme: `Give it the address of an \`image\` or PDF, and the number of the \`page\` to read: one page a call. The output is the page's
text with its blocks, tables, lines and words, each with its box in pixels of the upright page and a confidence from 0 to
1. \`languages\` are codes such as \`de\`, or \`auto\`. With a \`region\`, only that part of the page is read.
`,
  versions: [{ id: versionId('lectern/page-ocr', 1), createdAt: new Date('2026-01-01T12:00:00Z') }],
  secrets: ['pdf_password'],
  input: z.object({
    image: z
      .url({ protocol: /^(https?|data)$/ })
      .describe('Image or PDF to read: a web address or a data URL.'),
    page: z.int().min(1).default(1).describe('Number of the page to read, counted from 1.'),
    languages: languageInput,
    text_layer: z
      .enum(['auto', 'force', 'off'])
      .default('auto')
      .describe('Whether to take the text that a PDF page holds: when it is good, whatever it is, or never.'),
    region: regionInput.optional(),
    turned: z
      .literal([0, 90, 180, 270])
      .optional()
      .describe('With `region`: the `turned` of the reading that it was chosen on; found out when left out.'),
    pdf_password: z.string().max(1_000).optional().describe('Opens an encrypted PDF. It is shown to nobody.'),
  }),
  output: pageReadingSchema,
  async run(
    { image, page, languages, text_layer: textLayer, region, turned, pdf_password: password },
    { engine, file: fileOf, log, pageRead, signal },
  ) {
    const file = await fileOf(image);
    const startedAt = performance.now();
    const progress = createProgressLog(log, 100);
    const onProgress = ({ percent }: { percent: number }) => progress(percent, 100);
    const reading = await engine.readPage(
      {
        file,
        page,
        languages,
        textLayer,
        ...(region && { region: { box: boxOfRegion(region), ...(turned !== undefined && { turned }) } }),
        ...(password !== undefined && { password }),
      },
      { signal, onProgress },
    );
    pageRead();
    progress(100, 100);
    log(`Page ${page} read in ${Math.round(performance.now() - startedAt)} ms`);
    return reading;
  },
});
