import { diffArrays } from 'diff';

export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string };

// Chinese and Japanese by character, other scripts by word; white space and each other sign for itself.
const TOKENS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\s+|./gsu;

/** What was taken from a text and what was put in, word by word, for people to see; in order. */
export function diffWords(before: string, after: string): DiffPart[] {
  const tokens = (text: string): string[] => text.match(TOKENS) ?? [];
  return diffArrays(tokens(before), tokens(after)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
