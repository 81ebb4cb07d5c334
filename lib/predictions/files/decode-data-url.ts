import { ModelFailure } from '#lib/models/index.ts';

/** The bytes of a data URL, base64 or percent-encoded. @throws ModelFailure when it is malformed. */
export function decodeDataUrl(url: string): Uint8Array {
  const comma = url.indexOf(',');
  if (comma < 0) throw new ModelFailure('The data URL has no comma between its type and its data.');
  const isBase64 = /;\s*base64\s*$/i.test(url.slice(0, comma));
  const data = percentDecoded(url.slice(comma + 1));
  return isBase64 ? base64Decoded(data.toString('latin1')) : data;
}

function percentDecoded(text: string): Buffer {
  if (!text.includes('%')) return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const decoded = bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}

/** Node's own decoder passes over what it does not understand, so the text is checked first. */
function base64Decoded(text: string): Uint8Array {
  const compact = text.replace(/\s/g, '');
  const digits = compact.replace(/={1,2}$/, '');
  if (digits.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(digits))
    throw new ModelFailure('The data URL is not valid base64.');
  return Buffer.from(digits, 'base64');
}
