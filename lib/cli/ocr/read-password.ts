import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { OperatorError } from '../operator-error.ts';

/**
 * The first line of a file, or of the standard input when it is `-`.
 * @throws OperatorError when it cannot be read or is empty.
 */
export async function readPassword(file: string): Promise<string> {
  const content = await contentOf(file);
  const [password = ''] = content.split(/\r?\n/, 1);
  if (password === '')
    throw new OperatorError(`--password-file: the first line of ${nameOf(file)} is empty.`);
  return password;
}

async function contentOf(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch {
    throw new OperatorError(`--password-file: ${nameOf(file)} could not be read.`);
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'the standard input' : file;
}
