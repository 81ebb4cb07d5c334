/**
 * One field of a protobuf message, as it stands in the bytes
 * (https://protobuf.dev/programming-guides/encoding). Groups, which nobody writes any more, are not read.
 */
export type Field =
  | { number: number; wire: 'varint'; value: bigint }
  | { number: number; wire: 'fixed32' | 'fixed64' | 'bytes'; value: Uint8Array };

const wireTypes = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** Splits a message into its fields. Their bytes are views of the message, not copies. */
export function readFields(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  const reader = { message, at: 0 };
  while (reader.at < message.length) {
    const key = Number(readVarint(reader));
    const number = key >>> 3;
    switch (key & 7) {
      case wireTypes.varint:
        fields.push({ number, wire: 'varint', value: readVarint(reader) });
        break;
      case wireTypes.fixed64:
        fields.push({ number, wire: 'fixed64', value: take(reader, 8) });
        break;
      case wireTypes.bytes:
        fields.push({ number, wire: 'bytes', value: take(reader, Number(readVarint(reader))) });
        break;
      case wireTypes.fixed32:
        fields.push({ number, wire: 'fixed32', value: take(reader, 4) });
        break;
      default:
        throw new Error(`Unknown wire type ${key & 7} in a protobuf message at byte ${reader.at}`);
    }
  }
  return fields;
}

type Reader = { message: Uint8Array; at: number };

function take(reader: Reader, length: number): Uint8Array {
  const end = reader.at + length;
  if (end > reader.message.length)
    throw new Error(`A protobuf message ends early, at byte ${reader.message.length}`);
  const bytes = reader.message.subarray(reader.at, end);
  reader.at = end;
  return bytes;
}

function readVarint(reader: Reader): bigint {
  let value = 0n;
  for (let shift = 0n; ; shift += 7n) {
    const [byte = 0] = take(reader, 1);
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asIntN(64, value);
  }
}

/** Puts a message together again. */
export function writeFields(fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.flatMap(fieldParts));
}

function fieldParts(field: Field): Uint8Array[] {
  const key = varint(BigInt((field.number << 3) | wireTypes[field.wire]));
  if (field.wire === 'varint') return [key, varint(field.value)];
  if (field.wire === 'bytes') return [key, varint(BigInt(field.value.length)), field.value];
  return [key, field.value];
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return Uint8Array.of(...bytes, Number(rest));
}
