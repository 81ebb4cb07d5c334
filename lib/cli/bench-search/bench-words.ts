const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu bran clet drim flon gris plum'.split(' ');

/** As many different words as wanted, the frequent ones short, like those of a language. */
export function makeWords(count: number): string[] {
  const words: string[] = [];
  for (let number = 0; words.length < count; number++) {
    let word = '';
    for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
      word += SYLLABLES[rest % SYLLABLES.length];
    }
    words.push(word);
  }
  return words;
}

/** A text in which the n-th word of the list stands about as often as in a language (Zipf's law). */
export function makeText(words: readonly string[], length: number, random: () => number): string {
  const text = Array.from({ length }, () => words[Math.floor(words.length ** random()) - 1] ?? words[0]);
  return text.join(' ');
}
