import { open } from 'node:fs/promises';
import { EngineError } from '../engine-error.ts';

export type FileFormat = 'pdf' | 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic';

// PDF readers accept the signature anywhere in the first kilobyte (PDF 1.7 specification, appendix H).
const HEAD_BYTES = 1024;

const signatures: readonly { format: FileFormat; matches: RegExp }[] = [
  { format: 'jpeg', matches: /^\xff\xd8\xff/ },
  { format: 'png', matches: /^\x89PNG\r\n/ },
  { format: 'gif', matches: /^GIF8[79]a/ },
  { format: 'webp', matches: /^RIFF.{4}WEBP/s },
  { format: 'tiff', matches: /^(II[\x2a\x2b]\0|MM\0[\x2a\x2b])/ },
  { format: 'avif', matches: /^.{4}ftyp(?:.{4})*?avi[fs]/s },
  { format: 'heic', matches: /^.{4}ftyp(?:.{4})*?(?:hei[csxm]|hev[csxm]|mif1|msf1)/s },
  { format: 'pdf', matches: /%PDF-/ },
];

/**
 * The format that the first bytes of a file show, whatever its name says; null for one that cannot be read.
 */
export function formatOf(head: Uint8Array): FileFormat | null {
  const text = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('latin1');
  return signatures.find(({ matches }) => matches.test(text))?.format ?? null;
}

/**
 * The format of a file. Throws `unreadable` when it is missing or empty, `unsupported` when it is of another
 * kind.
 */
export async function identifyFile(file: string): Promise<FileFormat> {
  const head = await readHead(file);
  if (head.length === 0) {
    throw new EngineError(
      'unreadable',
      'This file is empty (0 bytes). Check it on your side and upload it again.',
    );
  }
  const format = formatOf(head);
  if (!format) {
    throw new EngineError(
      'unsupported',
      'This file is neither a PDF nor an image that can be read. Upload a PDF, JPEG, PNG, WebP, TIFF, GIF or AVIF file.',
    );
  }
  return format;
}

async function readHead(file: string): Promise<Uint8Array> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new EngineError('unreadable', 'This file could not be opened.', { cause });
  }
}
