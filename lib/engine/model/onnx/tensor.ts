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
const TYPE_UINT8 = 2n;
const TYPE_INT8 = 3n;
const TYPE_INT32 = 6n;
const TYPE_INT64 = 7n;

/** The numbers a constant can be made of. */
export type Numbers = Float32Array | Uint8Array | Int8Array | Int32Array | BigInt64Array;

export function readTensor(message: Uint8Array): Tensor {
  const fields = readFields(message);
  const dims = fields.flatMap((field) =>
    field.number === DIMS && field.wire === 'varint' ? [Number(field.value)] : [],
  );
  const isFloat = fields.some((field) => field.number === DATA_TYPE && field.value === TYPE_FLOAT);
  return { dims, floats: isFloat ? floatsOf(fields) : null, message };
}

export function makeTensor(dims: readonly number[], numbers: Numbers): Tensor {
  const message = writeFields([
    ...dims.map((dim): Field => ({ number: DIMS, wire: 'varint', value: BigInt(dim) })),
    { number: DATA_TYPE, wire: 'varint', value: typeOf(numbers) },
    {
      number: RAW_DATA,
      wire: 'bytes',
      value: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
    },
  ]);
  return { dims, floats: numbers instanceof Float32Array ? numbers : null, message };
}

function typeOf(numbers: Numbers): bigint {
  if (numbers instanceof Float32Array) return TYPE_FLOAT;
  if (numbers instanceof Uint8Array) return TYPE_UINT8;
  if (numbers instanceof Int8Array) return TYPE_INT8;
  return numbers instanceof Int32Array ? TYPE_INT32 : TYPE_INT64;
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
    if (holdsFloats && field.wire === 'bytes') return new Float32Array(new Uint8Array(field.value).buffer);
  }
  return null;
}
