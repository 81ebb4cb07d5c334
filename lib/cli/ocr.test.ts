import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLockedPdf } from '#lib/testing/encrypted-pdf.ts';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { textOfPdf } from '#lib/testing/text-of-pdf.ts';

const entry = fileURLToPath(new URL('./ocr.ts', import.meta.url));
const page = { pageSize: { width: 300, height: 120 }, margin: 20 };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-ocr-'));
  await writeFile(join(folder, 'two.pdf'), await makePdf([['The first page'], ['The second page']], page));
  await writeFile(join(folder, 'note.png'), await makePageImage(['A short note'], page));
  await writeFile(join(folder, 'bad.png'), 'just text');
});
afterAll(() => rm(folder, { recursive: true }));

type Result = { code: number; out: string; err: string };

function start(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [entry, ...args], {
    cwd: folder,
    env: { ...process.env, LECTERN_DATA_DIR: folder },
  });
}

async function ocr(...args: string[]): Promise<Result> {
  const child = start(...args);
  child.stdin.end();
  return await resultOf(child);
}

async function resultOf(child: ChildProcessWithoutNullStreams): Promise<Result> {
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'exit');
  const [out, err] = await output;
  return { code, out, err };
}

describe('ocr', { timeout: 60_000 }, () => {
  it('prints the pages of a PDF with form feeds between them', async () => {
    expect(await ocr('two.pdf')).toEqual({ code: 0, out: 'The first page\fThe second page\n', err: '' });
  });

  it('prints several files in the order given, each under its name', async () => {
    const { out } = await ocr('note.png', 'two.pdf');
    expect(out).toBe('==> note.png <==\nA short note\n\n==> two.pdf <==\nThe first page\fThe second page\n');
  });

  it('names a bad file on stderr, reads the others and exits with 1', async () => {
    const { code, out, err } = await ocr('bad.png', 'missing.pdf', 'note.png');
    expect(code).toBe(1);
    expect(out).toBe('==> note.png <==\nA short note\n');
    expect(err).toContain('bad.png: This file is neither a PDF nor an image');
    expect(err).toContain('missing.pdf: This file could not be opened.');
  });

  it('prints JSON with the reading of each page', async () => {
    const { out } = await ocr('two.pdf', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject([
      { file: 'two.pdf', pages: [{ text: 'The first page', angle: 0 }, { text: 'The second page' }] },
    ]);
  });

  it('prints Markdown, pages parted by rules', async () => {
    expect((await ocr('two.pdf', '--format', 'md')).out).toBe('The first page\n\n---\n\nThe second page\n');
  });

  it('prints hOCR with the place of each word', async () => {
    const { out } = await ocr('note.png', '--format', 'hocr');
    expect(out).toMatch(/^<\?xml .*<title>note\.png<\/title>.*<\/html>\n$/s);
    expect(out).toMatch(
      /<span class="ocrx_word" id="word_1_3" title="bbox [\d ]+; x_wconf \d+">note<\/span>/,
    );
  });

  it('writes a PDF in which the text of a picture is found', async () => {
    const child = start('note.png', '--format', 'pdf');
    child.stdin.end();
    const [pdf] = await Promise.all([buffer(child.stdout), once(child, 'exit')]);
    expect((await textOfPdf(pdf))[0]?.trim()).toBe('A short note');
  });

  it('reads with as many jobs as asked for', async () => {
    expect(await ocr('two.pdf', '--jobs', '1')).toMatchObject({
      code: 0,
      out: 'The first page\fThe second page\n',
    });
  });

  it('opens an encrypted PDF with the first line of a file, or of its input', async () => {
    await writeFile(join(folder, 'locked.pdf'), makeLockedPdf('Behind a lock', 'sesame', 'owner'));
    await writeFile(join(folder, 'password'), 'sesame\n');
    const opened = { code: 0, out: 'Behind a lock\n', err: '' };
    expect(await ocr('locked.pdf', '--password-file', 'password')).toEqual(opened);
    const child = start('locked.pdf', '--password-file', '-');
    child.stdin.end('sesame\n');
    expect(await resultOf(child)).toEqual(opened);
    expect(await ocr('locked.pdf', '--password-file', 'missing')).toEqual({
      code: 1,
      out: '',
      err: '--password-file: missing could not be read.\n',
    });
  });

  it('tells on stderr what reading cost', async () => {
    const { err } = await ocr('note.png', '--stats');
    expect(err).toMatch(/^1 page, \d+ ms wall, \d+ ms cpu a page, \d+ MB child at most\n$/);
  });

  it('explains itself, and exits with 2 when it is called wrongly', async () => {
    expect(await ocr('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage:'), err: '' });
    expect(await ocr()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage:') });
    expect(await ocr('--format', 'xml', 'note.png')).toMatchObject({
      code: 2,
      err: '--format is txt, md, json, hocr, alto, page, csv, docx, pdf, not "xml".\n',
    });
    expect(await ocr('--nonsense')).toMatchObject({ code: 2, err: expect.stringContaining('--nonsense') });
  });
});
