import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readCharacters } from './characters.ts';

it('reads a dictionary with Windows line ends and a space as its last entry', () => {
  expect(readCharacters('0\r\n1\r\n ')).toEqual(['', '0', '1', ' ', ' ']);
});

it('names as many characters as the English model has classes', async () => {
  const dictionary = await readFile(new URL('../weights/en_dict.txt', import.meta.url), 'utf8');
  const characters = readCharacters(dictionary);
  expect(characters).toHaveLength(97);
  expect(characters.slice(1).every((character) => character.length === 1)).toBe(true);
});
