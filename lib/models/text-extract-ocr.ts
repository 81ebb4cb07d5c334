import { z } from 'zod';
import { defineModel, type RunContext } from './model.ts';
import { createProgressLog } from './progress-log.ts';

/** Between the pages of a document. */
const PAGE_BREAK = '\f';

export const textExtractOcr = defineModel({
  owner: 'abiruyt',
  name: 'text-extract-ocr',
  description: 'Reads the text of an image or of every page of a PDF.',
  readme: `Give it the address of an \`image\`: a web address, a data URL, or that of a file sent to \`/v1/files\`. PDFs are read
page by page. The output is the text, one line for each row of the page; form feeds part the pages of a PDF. A text that begins
with \`https:\` or \`data:\` is taken for a file by Replicate’s clients, unless \`run\` is told \`useFileOutput: false\` (JavaScript)
or \`use_file_output=False\` (Python). Created with
\`stream: true\` beside \`input\`, it tells the pages as they are read at \`urls.stream\`. Other languages than English, and locked
PDFs, are read by lectern/page-ocr.
`,
  versions: [
    {
      id: 'a524caeaa23495bc9edc805ab08ab5fe943afd3febed884a4f3747aa32e9cd61',
      createdAt: new Date('2023-04-25T12:00:00Z'),
    },
    {
      id: 'a32904bed12e4c988ba02c901f4fb3fe8c3813ac46dd662db89f124c51c43dc5',
      createdAt: new Date('2023-04-24T12:00:00Z'),
    },
  ],
  streaming: 'on_request',
  input: z.object({
    image: z
      .url({ protocol: /^(https?|data)$/ })
      .describe('Image or PDF to read: a web address or a data URL.'),
  }),
  output: z.string(),
  async run({ image }, context) {
    const file = await context.file(image);
    const { pages } = await context.engine.inspect(file, { signal: context.signal });
    await context.pagesKnown(pages.length);
    return await readAll(file, pages.length, context);
  },
});

/** As many pages at a time as the engine has processes, so that one document never fills its queue. */
async function readAll(file: string, total: number, context: RunContext): Promise<string> {
  const texts = new Array<string | undefined>(total).fill(undefined);
  const percents = new Array<number>(total).fill(0);
  const progress = createProgressLog(context.log, total);
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  let next = 1;

  function note(page: number, percent: number): void {
    percents[page - 1] = percent;
    progress(
      percents.reduce((sum, part) => sum + part, 0),
      100 * total,
    );
  }

  async function readOn(): Promise<void> {
    while (next <= total) {
      const page = next++;
      const startedAt = performance.now();
      const onProgress = ({ percent }: { percent: number }) => note(page, percent);
      const { text } = await context.engine.readPage({ file, page }, { signal, onProgress });
      texts[page - 1] = text;
      context.pageRead();
      note(page, 100);
      if (context.isStreamed && texts[0] !== undefined) context.output(textOfFirst(texts));
      context.log(`Page ${page} of ${total} read in ${Math.round(performance.now() - startedAt)} ms`);
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.min(context.engine.size, total) }, readOn));
  } finally {
    stop.abort();
  }
  return textOfFirst(texts);
}

/** The text up to the first page that is not read yet. */
function textOfFirst(texts: readonly (string | undefined)[]): string {
  const unread = texts.indexOf(undefined);
  return texts.slice(0, unread < 0 ? texts.length : unread).join(PAGE_BREAK);
}
