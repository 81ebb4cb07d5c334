/**
 * The classes of a PP-OCR recogniser: class 0 stands for "no character", then come the dictionary's lines,
 * then a space. Dictionaries may have Windows line ends, and a space of their own as last line.
 */
export function readCharacters(dictionary: string): string[] {
  const lines = dictionary.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  return ['', ...lines, ' '];
}
