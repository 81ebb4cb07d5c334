import { type Field, readFields, writeFields } from './protobuf.ts';

/**
 * A constant of a model. Floats are null for tensors of other types, which stay as they stand in the file.
 */
export type Tensor = { dims: readonly number[]; floats: Float32Array | null; message: Uint8Array };

// Field numbers and type codes of onnx.proto, message TensorProto.
const DIMS = 1;
const DATA_TYPE = 2;
const FLOAT_DATA = 4;
const NAME = 8;
const RAW_DATA = 9;
const TYPE_FLOAT = 1n;

export function readTensor(message: Uint8Array): Tensor {
  const fields = readFields(message);
  const dims = fields.flatMap((field) =>
    field.number === DIMS && field.wire === 'varint' ? [Number(field.value)] : [],
  );
  const isFloat = fields.some((field) => field.number === DATA_TYPE && field.value === TYPE_FLOAT);
  return { dims, floats: isFloat ? floatsOf(fields) : null, message };
}

export function makeTensor(dims: readonly number[], floats: Float32Array): Tensor {
  const message = writeFields([
    ...dims.map((dim): Field => ({ number: DIMS, wire: 'varint', value: BigInt(dim) })),
    { number: DATA_TYPE, wire: 'varint', value: TYPE_FLOAT },
    {
      number: RAW_DATA,
      wire: 'bytes',
      value: new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength),
    },
  ]);
  return { dims, floats, message };
}

/** The tensor's message under the name by which nodes refer to it. */
export function writeTensor({ message }: Tensor, name: string): Uint8Array {
  const fields = readFields(message).filter((field) => field.number !== NAME);
  return writeFields([...fields, { number: NAME, wire: 'bytes', value: Buffer.from(name) }]);
}

export function nameOfTensor(message: Uint8Array): string {
  const name = readFields(message).find((field) => field.number === NAME && field.wire === 'bytes');
  return name?.wire === 'bytes' ? Buffer.from(name.value).toString() : '';
}

// As raw bytes, or as packed floats: both are little-endian without gaps.
function floatsOf(fields: readonly Field[]): Float32Array | null {
  for (const field of fields) {
    const holdsFloats = field.number === RAW_DATA || field.number === FLOAT_DATA;
    if (holdsFloats && field.wire === 'bytes') return new Float32Array(Uint8Array.from(field.value).buffer);
  }
  return null;
}
