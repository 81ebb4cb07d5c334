import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { blobPath } from '#lib/blobs/index.ts';
import { type ExportFormat, exportDocumentSchema, exportFormats } from '#lib/contracts/index.ts';
import { deleteDocument } from '#lib/documents/index.ts';
import { createEnginePool } from '#lib/engine/index.ts';
import { saveRevision } from '#lib/extractions/index.ts';
import { database } from '#lib/platform/database.ts';
import { InvalidInput, inTransaction } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { makePageImage } from '#lib/testing/image-factory.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';
import { textOfPdf } from '#lib/testing/text-of-pdf.ts';
import { textOfZip } from '#lib/testing/text-of-zip.ts';
import * as exporting from './index.ts';

const owner = await createUser();
const scope = scopeOf(owner);
const stranger = scopeOf(await createUser());
const engine = createEnginePool({ processes: 1 });
const tools = {
  writePdf: (...asked: Parameters<typeof engine.searchablePdf>) => engine.searchablePdf(...asked),
  signal: new AbortController().signal,
};

afterAll(() => Promise.all([closeQueue(), engine.close()]));

/** A document of which a person has corrected the first page; its file is a real picture. */
async function correctedDocument(pageCount = 1): Promise<string> {
  const page = readingOf('Tota1? of goods', 'Thank you');
  const documentId = await readDocument(owner, new Array(pageCount).fill(page));
  const { sha256 } = await database().document.findUniqueOrThrow({ where: { id: documentId } });
  await writeFile(
    blobPath(sha256),
    await makePageImage(['Total of goods'], { pageSize: { width: 192, height: 288 } }),
  );
  const operations = [{ op: 'set' as const, line: 'r0', text: 'Total of goods' }];
  const save = { saveId: 'correction', base: 0, operations };
  await saveRevision(scopeOf(owner, 'review:write'), documentId, 1, save);
  return documentId;
}

async function exported(format: ExportFormat, documentIds: string[], pages?: number[]) {
  const selection = { documentIds, ...(pages && { pages }) };
  const { exportId } = await exporting.startExport(scope, { format, selection });
  await exporting.runExport(scope, exportId, tools);
  return exporting.getExport(scope, exportId);
}

async function bytesOf(exportId: string): Promise<Buffer> {
  const { stream } = await (await exporting.openExport(scope, exportId)).open();
  return buffer(stream);
}

async function directly(documentId: string, format: ExportFormat): Promise<string> {
  const { bytes } = await exporting.exportDocument(scope, documentId, { format });
  return (await buffer(bytes)).toString();
}

describe('an export of a corrected page', () => {
  it.each(exportFormats)(
    'says as %s what the person wrote, and not what the machine read',
    async (format) => {
      const { id, state, name } = await exported(format, [await correctedDocument()]);
      expect(state).toBe('ready');
      const bytes = await bytesOf(id);
      const text = await readable(name, bytes);
      expect(text).toMatch(/Total/);
      expect(text).toMatch(/goods/);
      expect(text).not.toContain('Tota1');
    },
  );

  it.each(['txt', 'md', 'json', 'hocr', 'alto', 'page', 'csv'] as const)(
    'is answered at once as %s with the same bytes, but for the time',
    async (format) => {
      const documentId = await correctedDocument();
      const { id } = await exported(format, [documentId]);
      const withoutTime = (text: string) => text.replace(/<(Created|LastChange)>[^<]*</g, '<');
      expect(withoutTime(await directly(documentId, format))).toBe(
        withoutTime((await bytesOf(id)).toString()),
      );
    },
  );

  it('tells which words a person wrote', async () => {
    const documentId = await correctedDocument();
    expect(await directly(documentId, 'csv')).toMatch(/"Total",.*,corrected\r\n/);
    expect(await directly(documentId, 'alto')).toMatch(/CONTENT="Total"[^>]* CS="true"/);
    expect(await directly(documentId, 'json')).toContain('"by":"corrected"');
  });

  it('follows the published schema', async () => {
    const text = await directly(await correctedDocument(2), 'json');
    const { pages } = exportDocumentSchema.parse(JSON.parse(text));
    expect(pages.map(({ number, reading }) => [number, reading?.lines[0]?.text])).toEqual([
      [1, 'Total of goods'],
      [2, 'Tota1 of goods'],
    ]);
  });
});

describe('an export', () => {
  it('of several documents is a zip with a name for each', async () => {
    const documentIds = [await correctedDocument(), await correctedDocument()];
    const { id, name, done, total } = await exported('txt', documentIds);
    expect([name, done, total]).toEqual(['2 documents (Plain text).zip', 2, 2]);
    const files = textOfZip(await bytesOf(id));
    expect(Object.keys(files)).toEqual(['receipt.txt', 'receipt (2).txt']);
    expect(files['receipt (2).txt']).toContain('Total of goods');
  });

  it('of several pages of PAGE XML has a file for each page', async () => {
    const { id, name } = await exported('page', [await correctedDocument(3)], [1, 3]);
    expect(name).toBe('receipt.zip');
    expect(Object.keys(textOfZip(await bytesOf(id)))).toEqual([
      'receipt/page-0001.page.xml',
      'receipt/page-0003.page.xml',
    ]);
  });

  it('names the documents that could not be written, and has the others', async () => {
    const [good, gone] = [await correctedDocument(), await correctedDocument()];
    const { exportId } = await exporting.startExport(scope, {
      format: 'md',
      selection: { documentIds: [gone, good] },
    });
    await inTransaction((tx) => deleteDocument(tx, scopeOf(owner, 'document:write'), gone, new Date()));
    await exporting.runExport(scope, exportId, tools);
    const { state, problem } = await exporting.getExport(scope, exportId);
    expect([state, problem]).toEqual([
      'ready',
      '1 of 2 documents is missing; the file missing.txt in it tells why.',
    ]);
    const files = textOfZip(await bytesOf(exportId));
    expect(Object.keys(files)).toEqual(['receipt.md', 'missing.txt']);
  });

  it('fails with what is wrong with its only file, and can be run again', async () => {
    const documentId = await correctedDocument();
    const { exportId } = await exporting.startExport(scope, {
      format: 'pdf',
      selection: { documentIds: [documentId] },
    });
    const broken = () => Promise.reject(new InvalidInput('This PDF is broken.'));
    await exporting.runExport(scope, exportId, { ...tools, writePdf: broken });
    expect(await exporting.getExport(scope, exportId)).toMatchObject({
      state: 'failed',
      problem: 'This PDF is broken.',
      url: null,
    });
    await exporting.repeatExport(scope, exportId);
    await exporting.runExport(scope, exportId, tools);
    expect(await exporting.getExport(scope, exportId)).toMatchObject({ state: 'ready', problem: null });
    await expect(exporting.repeatExport(scope, exportId)).rejects.toThrow('need not be run again');
  });

  it('that is interrupted is written whole by the next run', async () => {
    const { exportId } = await exporting.startExport(scope, {
      format: 'pdf',
      selection: { documentIds: [await correctedDocument(), await correctedDocument()] },
    });
    const killed = () => Promise.reject(new Error('killed'));
    await expect(exporting.runExport(scope, exportId, { ...tools, writePdf: killed })).rejects.toThrow(
      'killed',
    );
    expect(await exporting.getExport(scope, exportId)).toMatchObject({ state: 'running', url: null });
    await exporting.runExport(scope, exportId, tools);
    expect(await exporting.getExport(scope, exportId)).toMatchObject({ state: 'ready', done: 2 });
  });

  it('whose file was lost before it counted is written again, and does not fail', async () => {
    const { id } = await exported('txt', [await correctedDocument()]);
    const { sha256 } = await database().export.findUniqueOrThrow({ where: { id } });
    const inDays = { now: () => new Date(Date.now() + 8 * 86_400_000) };
    await exporting.repeatExport(scope, id, inDays);
    // The time is asked for last when the file is stored and not yet named.
    const losing = {
      now() {
        rmSync(blobPath(sha256 ?? ''), { force: true });
        return new Date();
      },
    };
    await expect(exporting.runExport(scope, id, tools, losing)).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(await exporting.getExport(scope, id)).toMatchObject({ state: 'running', problem: null });
    await exporting.runExport(scope, id, tools);
    expect((await exporting.getExport(scope, id)).state).toBe('ready');
    expect((await bytesOf(id)).toString()).toContain('Total of goods');
  });

  it('loses its bytes after seven days and is forgotten after thirty', async () => {
    const { id } = await exported('txt', [await correctedDocument()]);
    const { sha256 } = await database().export.findUniqueOrThrow({ where: { id } });
    const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) });
    await exporting.removeExpiredExports(inDays(6));
    expect((await exporting.getExport(scope, id)).state).toBe('ready');
    await exporting.removeExpiredExports(inDays(8));
    expect(await exporting.getExport(scope, id)).toMatchObject({ state: 'expired', url: null });
    await expect(exporting.openExport(scope, id)).rejects.toThrow('no such file');
    await expect(readFile(blobPath(sha256 ?? ''))).rejects.toThrow('ENOENT');
    await exporting.repeatExport(scope, id, inDays(8));
    await exporting.runExport(scope, id, tools);
    await exporting.repeatExport(scope, id, inDays(8));
    await expect(readFile(blobPath(sha256 ?? ''))).rejects.toThrow('ENOENT');
    await exporting.failExport(scope, id);
    await exporting.removeExpiredExports(inDays(31));
    await expect(exporting.getExport(scope, id)).rejects.toThrow('no such export');
  });

  it('is nothing to another workspace', async () => {
    const documentId = await correctedDocument();
    const { id } = await exported('txt', [documentId]);
    const selection = { documentIds: [documentId] };
    await expect(exporting.startExport(stranger, { format: 'txt', selection })).rejects.toThrow('no such');
    await expect(exporting.openExport(stranger, id)).rejects.toThrow('no such');
    await expect(exporting.repeatExport(stranger, id)).rejects.toThrow('no such');
    await expect(exporting.exportDocument(stranger, documentId, { format: 'txt' })).rejects.toThrow(
      'no such',
    );
    expect(await exporting.listExports(stranger)).toEqual([]);
  });
});

describe('what is answered at once', () => {
  it('is neither a PDF nor a hundred pages', async () => {
    const documentId = await correctedDocument(101);
    const ask = (format: ExportFormat, pages?: number[]) =>
      exporting.exportDocument(scope, documentId, { format, pages });
    await expect(ask('pdf', [1])).rejects.toThrow('start an export');
    await expect(ask('page', [1, 2])).rejects.toThrow('start an export');
    await expect(ask('txt')).rejects.toThrow('At most 100 pages');
    await expect(ask('txt', [102])).rejects.toThrow('no such page');
    expect((await buffer((await ask('txt', [2, 101])).bytes)).toString().split('\f')).toHaveLength(2);
  });
});

/** The text in a file of any of the formats. */
async function readable(name: string, bytes: Buffer): Promise<string> {
  if (name.endsWith('.pdf')) return (await textOfPdf(bytes)).join('\n');
  if (name.endsWith('.docx')) return textOfZip(bytes)['word/document.xml'] ?? '';
  return bytes.toString();
}
