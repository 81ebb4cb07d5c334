const BULLETS = '•●○◦▪■□‣·*';
const BULLET = new RegExp(`^[${BULLETS}–—-]$`, 'u');
const ORDINAL = /^(\(?)(\d{1,3}|[a-z]|[ivx]{1,5})([.)])$/i;
// The English recogniser has no bullet: it reads one as a stop or a colon, which begin no row otherwise.
const MISREAD = /^[.:]$/;
const GLUED = new RegExp(`^[${BULLETS}](?=\\p{L})`, 'u');

/** Whether a word alone, at the start of a line, may mark an item of a list: a bullet, `3.` or `(b)`. */
export function isListMark(word: string): boolean {
  return BULLET.test(word) || ORDINAL.test(word);
}

/** Whether a row begins with a bullet. */
export function startsWithBullet(text: string): boolean {
  const [first = '', second] = text.split(' ', 2);
  return (second !== undefined && (BULLET.test(first) || MISREAD.test(first))) || GLUED.test(first);
}

/** A place in a series of marks that look alike: `b)` is the second of one. */
export type Ordinal = { series: string; place: number };

/** What the number or letter with which a row begins may mean: `i.` is the ninth letter and the first numeral. */
export function ordinalsOf(text: string): Ordinal[] {
  const [first = '', second] = text.split(' ', 2);
  const [, open, sign = '', close] = ORDINAL.exec(first) ?? [];
  if (sign === '' || second === undefined) return [];
  if (/\d/.test(sign)) return [{ series: `${open}1${close}`, place: Number(sign) }];
  const small = sign.toLowerCase();
  const isSmall = small === sign;
  const ordinals: Ordinal[] = [];
  if (small.length === 1)
    ordinals.push({ series: `${open}${isSmall ? 'a' : 'A'}${close}`, place: small.charCodeAt(0) - 96 });
  if (/^[ivx]+$/.test(small))
    ordinals.push({ series: `${open}${isSmall ? 'i' : 'I'}${close}`, place: romanValue(small) });
  return ordinals;
}

function romanValue(numeral: string): number {
  const values = [...numeral].map((sign) => (sign === 'x' ? 10 : sign === 'v' ? 5 : 1));
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
