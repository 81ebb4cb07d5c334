import { createHash } from 'node:crypto';
import { rawPdf } from './hostile-files.ts';

// The standard security handler, revision 3, with 128-bit RC4 (PDF 1.7 specification, 7.6.3): the last one that is
// short to write. Newer ones differ in nothing that we do.
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const FILE_ID = Buffer.alloc(16, 0x5a);
const PERMISSIONS = -44;
const CONTENT_OBJECT = 4;
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A one-page PDF (300 × 100 points) that shows a line of text, encrypted. It opens with either password. */
export function makeLockedPdf(text: string, userPassword: string, ownerPassword = 'owner'): Uint8Array {
  const owner = ownerEntry(userPassword, ownerPassword);
  const key = fileKey(userPassword, owner);
  const content = rc4(objectKey(key, CONTENT_OBJECT), Buffer.from(`BT /F1 12 Tf 20 40 Td (${text}) Tj ET`));
  const permissions = `/P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${userEntry(key).toString('hex')}>`;
  return rawPdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /Font << /F1 ${FONT} >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`,
      `<< /Filter /Standard /V 2 /R 3 /Length 128 ${permissions} >>`,
    ],
    `/Encrypt 5 0 R /ID [<${FILE_ID.toString('hex')}> <${FILE_ID.toString('hex')}>]`,
  );
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function hardened(hash: Buffer): Buffer {
  let key = hash;
  for (let round = 0; round < 50; round++) key = md5(key);
  return key;
}

function rc4TwentyTimes(key: Buffer, data: Buffer): Buffer {
  let result = data;
  for (let round = 0; round < 20; round++)
    result = rc4(
      key.map((byte) => byte ^ round),
      result,
    );
  return result;
}

function ownerEntry(userPassword: string, ownerPassword: string): Buffer {
  return rc4TwentyTimes(hardened(md5(padded(ownerPassword))), padded(userPassword));
}

function fileKey(userPassword: string, owner: Buffer): Buffer {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  return hardened(md5(padded(userPassword), owner, permissions, FILE_ID));
}

function userEntry(key: Buffer): Buffer {
  return Buffer.concat([rc4TwentyTimes(key, md5(PADDING, FILE_ID)), Buffer.alloc(16)]);
}

function objectKey(key: Buffer, object: number): Buffer {
  return md5(key, Uint8Array.of(object & 255, object >> 8, 0, 0, 0));
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index & 255] ?? 0;
  function swap(one: number, other: number): void {
    const kept = at(one);
    state[one & 255] = at(other);
    state[other & 255] = kept;
  }
  for (let index = 0, other = 0; index < 256; index++) {
    other += at(index) + (key[index % key.length] ?? 0);
    swap(index, other);
  }
  let other = 0;
  const coded = Uint8Array.from(data, (byte, index) => {
    other += at(index + 1);
    swap(index + 1, other);
    return byte ^ at(at(index + 1) + at(other));
  });
  return Buffer.from(coded);
}
