import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ExportFile } from './document-files.ts';

/** The bytes of a zip of these files, each of which is asked for when the one before has been written. */
export async function* zipFiles(files: AsyncIterable<ExportFile>, now: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = new PassThrough();
  let source: Readable | undefined;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  const writing = addAll().catch((error: Error) => output.destroy(error));
  try {
    yield* output;
  } finally {
    // Whoever reads no further leaves nothing open behind.
    source?.destroy();
    await writing;
  }

  async function addAll(): Promise<void> {
    for await (const { name, content, isCompressed } of files) {
      source = Readable.from(content);
      zip.addReadStream(source, name, { mtime: now, compress: !isCompressed });
      await finished(source);
    }
    zip.end();
  }
}
