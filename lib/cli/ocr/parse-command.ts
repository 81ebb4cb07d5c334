import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { textLayerModes } from '#lib/engine/index.ts';
import { type BinaryFormat, binaryFormats } from './print-binary.ts';
import { type TextFormat, textFormats } from './print-files.ts';
import type { ReadingChoice } from './read-file.ts';

export const USAGE = `Usage: npm run --silent ocr -- FILE… [OPTIONS]

Reads PDFs and images (JPEG, PNG, WebP, TIFF, GIF, AVIF) and prints their text.

  --format txt   text; pages of one file are parted by form feeds (default)
  --format md    Markdown: headings, paragraphs, lists and tables
  --format json  [{ "file", "pages": [{ "text", "width", "height", "angle", "lines", "blocks", … }] }]
  --format hocr  hOCR (XHTML) with the place of every word; this and the following for one file at a time
  --format alto  ALTO 4 (XML)
  --format page  PAGE XML, which holds one page: more are printed one after the other
  --format csv   a row for each word, with its place and confidence
  --format docx  a Word document: npm run --silent ocr -- scan.pdf --format docx > scan.docx
  --format pdf   the file as a PDF in which its text can be found
  --languages    codes of the text's languages, parted by commas, or auto; English unless told
  --text-layer   auto: a PDF page's own text where it is good (default); force: always; off: never
  --password-file
                 a file whose first line opens encrypted PDFs; - is the standard input
  --password     the password itself; whoever else is on this machine can see it in the list of processes
  --jobs         how many pages are read at the same time; as many as there are cores unless told
  --stats        pages, time and memory on stderr
  --help         this text

A file or page that cannot be read is named on stderr and left out (an empty page, or null in JSON); the others are
still read. The exit code is then 1.`;

const MAX_JOBS = 256;
const formats = [...textFormats, ...binaryFormats];
/** Two files are no text of these formats. */
const manyFiles: readonly string[] = ['txt', 'md', 'json'];

export type OcrCommand =
  | { type: 'help' }
  | { type: 'wrong'; problem: string }
  | {
      type: 'read';
      files: string[];
      format: TextFormat | BinaryFormat;
      jobs: number;
      stats: boolean;
      choice: ReadingChoice;
      /** Where the password stands; `-` is the standard input. */
      passwordFile?: string;
    };

/** What the words of the command line ask for, or what is wrong with them. */
export function parseCommand(args: readonly string[]): OcrCommand {
  try {
    return commandOf(args);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function commandOf(args: readonly string[]): OcrCommand {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'txt' },
      languages: { type: 'string' },
      'text-layer': { type: 'string', default: 'auto' },
      password: { type: 'string' },
      'password-file': { type: 'string' },
      jobs: { type: 'string' },
      stats: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return { type: 'help' };
  const format = formats.find((known) => known === values.format);
  const textLayer = textLayerModes.find((mode) => mode === values['text-layer']);
  const jobs = values.jobs === undefined ? availableParallelism() : Number(values.jobs);
  const languages = values.languages?.split(',').filter((code) => code !== '');
  if (!format) return wrong(`--format is ${formats.join(', ')}, not "${values.format}".`);
  if (!textLayer) return wrong(`--text-layer is auto, force or off, not "${values['text-layer']}".`);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MAX_JOBS) {
    return wrong(`--jobs is a whole number from 1 to ${MAX_JOBS}, not "${values.jobs}".`);
  }
  if (files.length === 0) return wrong(USAGE);
  if (!manyFiles.includes(format) && files.length > 1)
    return wrong(`--format ${format} takes one file at a time.`);
  const passwordFile = values['password-file'];
  if (passwordFile !== undefined && values.password !== undefined)
    return wrong('--password and --password-file cannot be told together.');
  if (format === 'pdf' && (passwordFile !== undefined || values.password !== undefined))
    return wrong('--format pdf cannot be written of an encrypted PDF.');
  const choice = {
    textLayer,
    ...(languages && { languages }),
    ...(values.password !== undefined && { password: values.password }),
  };
  const command = { files, format, jobs, stats: values.stats, choice };
  return { type: 'read', ...command, ...(passwordFile !== undefined && { passwordFile }) };
}

function wrong(problem: string): OcrCommand {
  return { type: 'wrong', problem };
}
