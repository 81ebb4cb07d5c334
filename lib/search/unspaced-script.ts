const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether words in the text stand without blanks between them, so that only a look inside the text finds them. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}
