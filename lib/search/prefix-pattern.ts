/** `to_tsquery`'s notation for words that begin with the folded text. */
export function prefixPattern(text: string): string {
  const words = text.split(' ').filter(Boolean);
  return words.map((word, place) => (place < words.length - 1 ? word : `${word}:*`)).join(' <-> ');
}
