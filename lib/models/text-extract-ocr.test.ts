import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ModelEngine, RunContext } from './model.ts';
import { ModelFailure } from './model-failure.ts';
import { textExtractOcr } from './text-extract-ocr.ts';

const reading = { width: 1, height: 1, angle: 0, lines: [] };
const input = { image: 'https://example.org/a.pdf' };

/** An engine whose document has `pages` pages; later pages are read quicker. */
function engineOf(pages: number, options: { size?: number; failsAt?: number } = {}) {
  const seen = { running: 0, most: 0, read: [] as number[] };
  const engine: ModelEngine = {
    size: options.size ?? 2,
    inspect: async () => ({
      kind: 'pdf',
      format: 'pdf',
      pages: Array.from({ length: pages }, () => ({ width: 1, height: 1 })),
    }),
    async readPage({ page }, call) {
      seen.running++;
      seen.most = Math.max(seen.most, seen.running);
      for (let turn = page; turn <= pages; turn++) await nextTurn();
      seen.running--;
      call?.signal?.throwIfAborted();
      if (page === options.failsAt) throw new ModelFailure(`Page ${page} is torn.`);
      seen.read.push(page);
      return { ...reading, text: `text ${page}` };
    },
  };
  return { engine, seen };
}

function contextWith(engine: ModelEngine): RunContext & { lines: string[] } {
  const lines: string[] = [];
  return {
    engine,
    lines,
    signal: new AbortController().signal,
    isStreamed: false,
    file: async () => '/a.pdf',
    log: (line) => void lines.push(line),
    pagesKnown: async () => undefined,
    pageRead: () => undefined,
    output: () => undefined,
  };
}

describe('text-extract-ocr', () => {
  it('joins the pages of a document in their order, however they were finished', async () => {
    const { engine, seen } = engineOf(5, { size: 3 });
    const output = await textExtractOcr.run(input, contextWith(engine));
    expect(output).toBe('text 1\ftext 2\ftext 3\ftext 4\ftext 5');
    expect(seen.read).not.toEqual([1, 2, 3, 4, 5]);
  });

  it('never has more pages in the engine than that can read at a time', async () => {
    const { engine, seen } = engineOf(9, { size: 3 });
    await textExtractOcr.run(input, contextWith(engine));
    expect(seen.most).toBe(3);
  });

  it('logs every page, and how far the whole document is', async () => {
    const { engine } = engineOf(3);
    const context = contextWith(engine);
    await textExtractOcr.run(input, context);
    const bars = context.lines.filter((line) => line.includes('|'));
    expect(bars).toEqual([' 33%|███▍      | 1/3', ' 66%|██████▋   | 2/3', '100%|██████████| 3/3']);
    expect(context.lines.filter((line) => !bars.includes(line)).toSorted()).toEqual([
      expect.stringMatching(/^Page 1 of 3 read in \d+ ms$/),
      expect.stringMatching(/^Page 2 of 3 read in \d+ ms$/),
      expect.stringMatching(/^Page 3 of 3 read in \d+ ms$/),
    ]);
  });

  it('says how many pages there are before it reads the first, and then each that was read', async () => {
    const { engine, seen } = engineOf(3);
    const told: string[] = [];
    const context = {
      ...contextWith(engine),
      pagesKnown: async (pages: number) => void told.push(`${pages} pages, ${seen.read.length} read`),
      pageRead: () => void told.push('read'),
    };
    await textExtractOcr.run(input, context);
    expect(told).toEqual(['3 pages, 0 read', 'read', 'read', 'read']);
  });

  it('reads nothing of a document that has more pages than it may', async () => {
    const { engine, seen } = engineOf(3);
    const pagesKnown = () => Promise.reject(new ModelFailure('Too many.'));
    const run = textExtractOcr.run(input, { ...contextWith(engine), pagesKnown });
    await expect(run).rejects.toThrow('Too many.');
    expect(seen.read).toEqual([]);
  });

  it('fails as a whole, and starts no further page, when one page cannot be read', async () => {
    const { engine, seen } = engineOf(50, { failsAt: 2 });
    await expect(textExtractOcr.run(input, contextWith(engine))).rejects.toThrow('Page 2 is torn.');
    expect(seen.read.length).toBeLessThan(5);
  });

  it('shows the text up to the first unread page while it is streamed, and never takes any of it back', async () => {
    const { engine } = engineOf(4, { size: 2 });
    const shown: unknown[] = [];
    const output = await textExtractOcr.run(input, {
      ...contextWith(engine),
      isStreamed: true,
      output: (partial) => shown.push(partial),
    });
    expect(shown.at(-1)).toBe(output);
    for (const partial of shown) expect(String(output).startsWith(String(partial))).toBe(true);
    expect(new Set(shown).size).toBeGreaterThan(1);
  });
});
