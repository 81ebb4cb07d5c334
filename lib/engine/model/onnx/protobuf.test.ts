import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readFields, writeFields } from './protobuf.ts';

describe('protobuf', () => {
  // The examples of the encoding guide: a field 1 of 150, a field 2 of "testing".
  it('reads what the encoding guide shows', () => {
    const message = Uint8Array.of(0x08, 0x96, 0x01, 0x12, 0x07, ...Buffer.from('testing'));
    expect(readFields(message)).toEqual([
      { number: 1, wire: 'varint', value: 150n },
      { number: 2, wire: 'bytes', value: Uint8Array.from(Buffer.from('testing')) },
    ]);
  });

  it.each([0n, 1n, 127n, 128n, 2n ** 62n, -1n, -(2n ** 63n)])('writes and reads the number %s', (value) => {
    const field = { number: 20, wire: 'varint', value } as const;
    expect(readFields(writeFields([field]))).toEqual([field]);
  });

  it('writes a whole model byte for byte as it was read', async () => {
    const file = await readFile(new URL('../../weights/ch_PP-OCRv4_det_infer.onnx', import.meta.url));
    expect(Buffer.compare(writeFields(readFields(file)), file)).toBe(0);
  });

  it('refuses a message that ends early', () => {
    expect(() => readFields(Uint8Array.of(0x12, 0x07, 0x74))).toThrow('ends early');
  });
});
