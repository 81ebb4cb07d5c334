/** A piece of a content stream: an operand, or an operator, and where it stands in the bytes. */
export type ContentToken = { kind: 'operand' | 'operator'; text: string; start: number; end: number };

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const [BACKSLASH, PERCENT, SLASH] = [0x5c, 0x25, 0x2f];
const [OPEN, CLOSE, LESS, GREATER] = [0x28, 0x29, 0x3c, 0x3e];

/**
 * Parts a content stream (PDF 1.7, 7.8.2) into operands and operators. Strings, arrays' brackets and dictionaries'
 * marks are operands; the data of inline pictures is passed over as part of the operator `BI`.
 */
export function* contentTokens(bytes: Uint8Array): Generator<ContentToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (WHITE.has(byte)) {
      at += 1;
    } else if (byte === PERCENT) {
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    } else {
      const start = at;
      at = endOf(bytes, start);
      const isOperand = byte === SLASH || DELIMITERS.has(byte) || /^[-+.\d]/.test(String.fromCharCode(byte));
      // What is no name of an operator need not be known.
      const text = isOperand && at - start > 32 ? '' : textOf(bytes, start, at);
      if (text === 'BI') at = endOfInlinePicture(bytes, at);
      yield { kind: isOperand ? 'operand' : 'operator', text, start, end: at };
    }
  }
}

function endOf(bytes: Uint8Array, start: number): number {
  const byte = bytes[start];
  if (byte === OPEN) return endOfString(bytes, start);
  if (byte === LESS && bytes[start + 1] !== LESS) {
    const end = bytes.indexOf(GREATER, start);
    return end < 0 ? bytes.length : end + 1;
  }
  if (byte !== SLASH && DELIMITERS.has(byte ?? 0)) return start + 1;
  let at = start + 1;
  while (at < bytes.length && !WHITE.has(bytes[at] ?? 0) && !DELIMITERS.has(bytes[at] ?? 0)) at += 1;
  return at;
}

function endOfString(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === OPEN) depth += 1;
    else if (bytes[at] === CLOSE && --depth === 0) return at + 1;
  }
  return bytes.length;
}

/** `EI` between white space ends the data; where it stands in the data by chance, the rest is no text either. */
function endOfInlinePicture(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 2; at++) {
    const isEnd =
      WHITE.has(bytes[at] ?? 1) &&
      bytes[at + 1] === 0x45 &&
      bytes[at + 2] === 0x49 &&
      isBorder(bytes[at + 3]);
    if (isEnd) return at + 3;
  }
  return bytes.length;
}

function isBorder(byte: number | undefined): boolean {
  return byte === undefined || WHITE.has(byte);
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}
