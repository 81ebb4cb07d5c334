const MAX_LENGTH = 200;

/** A file's name as we keep it: the last path segment in one line, shortened in front of its extension. */
export function documentName(given: string): string {
  const name = (given.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control and direction characters are what is removed
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim();
  if (name === '' || name === '.' || name === '..') return 'Untitled';
  const letters = [...name];
  if (letters.length <= MAX_LENGTH) return name;
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return `${letters.slice(0, MAX_LENGTH - 1 - extension.length).join('')}…${extension}`;
}
