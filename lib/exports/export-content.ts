import type { Scope } from '#lib/access/index.ts';
import { type Document, getDocument } from '#lib/documents/index.ts';
import { AppError, NotFound } from '#lib/platform/index.ts';
import { documentFiles, type ExportFile } from './document-files.ts';
import type { Export } from './export.ts';
import { baseName, createNames } from './file-names.ts';
import { pdfFile } from './pdf-file.ts';
import type { WritePdf } from './text-layers.ts';
import { zipFiles } from './zip-files.ts';

export type ExportTools = {
  /** @throws AppError for what is wrong with the file; anything else is tried again. */
  writePdf: WritePdf;
  /** Aborts when the run is to stop. */
  signal: AbortSignal;
};

/** A document that could not be written, and why. */
export type Missing = { name: string; problem: string };

type Progress = {
  miss(document: Missing): void;
  /** So many documents are written. */
  done(count: number): Promise<unknown>;
};

/**
 * Name and bytes of an export: the file of one document, or a zip of more. The bytes are made as they are read.
 * @throws AppError when its only document cannot be written; while reading, when none of several could.
 */
export async function openExportContent(
  scope: Scope,
  { format, selection, name }: Export,
  tools: ExportTools,
  now: Date,
  progress: Progress,
): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> }> {
  const [first, ...others] = selection.documentIds;
  if (first !== undefined && others.length === 0) {
    const document = await getDocument(scope, first);
    const files = await filesOf(document);
    const [file] = files;
    if (file && files.length === 1) return { name: file.name, bytes: file.content };
    return { name: `${baseName(document.name)}.zip`, bytes: zipFiles(toAsync(files), now) };
  }
  return { name, bytes: zipFiles(allFiles(), now) };

  async function filesOf(document: Document): Promise<ExportFile[]> {
    const part = { document, pages: selection.pages };
    if (format !== 'pdf') return documentFiles(scope, part, format, now);
    return [await pdfFile(scope, part, tools.writePdf, tools.signal)];
  }

  async function* allFiles(): AsyncGenerator<ExportFile> {
    const nameFor = createNames();
    const missing: Missing[] = [];
    for (const [index, id] of selection.documentIds.entries()) {
      tools.signal.throwIfAborted();
      const outcome = await writable(id);
      if ('problem' in outcome) {
        missing.push(outcome);
        progress.miss(outcome);
      } else {
        yield* renamed(outcome.files, baseName(outcome.name), nameFor);
      }
      await progress.done(index + 1);
    }
    if (missing.length === selection.documentIds.length)
      throw new NotFound(missing[0]?.problem ?? 'There is nothing to export.');
    if (missing.length > 0) yield missingFile(missing);
  }

  async function writable(id: string): Promise<Missing | { name: string; files: ExportFile[] }> {
    let name = 'A document';
    try {
      const document = await getDocument(scope, id);
      name = document.name;
      return { name, files: await filesOf(document) };
    } catch (error) {
      if (!(error instanceof AppError) || tools.signal.aborted) throw error;
      return { name, problem: error instanceof NotFound ? 'It was deleted meanwhile.' : error.message };
    }
  }
}

/** The files of one document under a name that no other document of the zip has. */
function renamed(
  files: readonly ExportFile[],
  base: string,
  nameFor: (wanted: string) => string,
): ExportFile[] {
  const own = nameFor(base);
  return files.map((file) => ({ ...file, name: own + file.name.slice(base.length) }));
}

function missingFile(missing: readonly Missing[]): ExportFile {
  const lines = missing.map(({ name, problem }) => `${name}: ${problem}\n`);
  return { name: 'missing.txt', content: toAsync([Buffer.from(lines.join(''))]), isCompressed: false };
}

async function* toAsync<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}
