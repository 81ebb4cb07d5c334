import type { LineWord } from './group-words.ts';

// Chinese and Japanese characters and the punctuation that belongs to them.
const ENDS_UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]$/u;
const BEGINS_UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/**
 * Joins what is no word of its own: Chinese and Japanese are written without spaces, and what looks like one is
 * the white beside a full stop.
 */
export function joinUnspaced(words: readonly LineWord[]): LineWord[] {
  const joined: LineWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && ENDS_UNSPACED.test(last.text) && BEGINS_UNSPACED.test(word.text))
      joined[joined.length - 1] = join(last, word);
    else joined.push(word);
  }
  return joined;
}

function join(left: LineWord, right: LineWord): LineWord {
  const letters = left.text.length + right.text.length;
  return {
    ...left,
    text: left.text + right.text,
    confidence: (left.confidence * left.text.length + right.confidence * right.text.length) / letters,
    columns: { start: left.columns.start, end: right.columns.end },
  };
}
