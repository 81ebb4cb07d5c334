const BULLETS = '•●○◦▪■□‣·*';
const MARK = new RegExp(`^([${BULLETS}–—-]|\\(?(\\d{1,3}|[a-z]|[ivx]{1,5})[.)])$`, 'iu');
// The English recogniser has no bullet: it reads one as a stop or a colon, which begin no row otherwise.
const MISREAD = /^[.:]$/;
const GLUED = new RegExp(`^[${BULLETS}](?=\\p{L})`, 'u');

/** Whether a word alone, at the start of a line, marks an item of a list: a bullet, `3.` or `(b)`. */
export function isListMark(word: string): boolean {
  return MARK.test(word);
}

/** Whether a row begins with the mark of a list's item. */
export function startsListItem(text: string): boolean {
  const [first = '', second] = text.split(' ', 2);
  return (second !== undefined && (isListMark(first) || MISREAD.test(first))) || GLUED.test(first);
}
