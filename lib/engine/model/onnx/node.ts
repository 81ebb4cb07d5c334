import { type Field, readFields, writeFields } from './protobuf.ts';

/** One operation of a model. An input that is missing in the middle is an empty name. */
export type Node = { operator: string; inputs: string[]; outputs: string[]; attributes: Attribute[] };

export type Attribute = { name: string; message: Uint8Array };

// Field numbers and type codes of onnx.proto, messages NodeProto and AttributeProto.
const INPUT = 1;
const OUTPUT = 2;
const OPERATOR = 4;
const ATTRIBUTE = 5;
const ATTRIBUTE_NAME = 1;
const ATTRIBUTE_FLOAT = 2;
const ATTRIBUTE_INT = 3;
const ATTRIBUTE_TENSOR = 5;
const ATTRIBUTE_INTS = 8;
const ATTRIBUTE_TYPE = 20;
const TYPE_INT = 2n;
const TYPE_INTS = 7n;

export function readNode(message: Uint8Array): Node {
  const fields = readFields(message);
  return {
    operator: textsOf(fields, OPERATOR)[0] ?? '',
    inputs: textsOf(fields, INPUT),
    outputs: textsOf(fields, OUTPUT),
    attributes: bytesOf(fields, ATTRIBUTE).map((attribute) => ({
      name: textsOf(readFields(attribute), ATTRIBUTE_NAME)[0] ?? '',
      message: attribute,
    })),
  };
}

export function writeNode({ operator, inputs, outputs, attributes }: Node): Uint8Array {
  return writeFields([
    ...inputs.map((name) => textField(INPUT, name)),
    ...outputs.map((name) => textField(OUTPUT, name)),
    textField(OPERATOR, operator),
    ...attributes.map(({ message }): Field => ({ number: ATTRIBUTE, wire: 'bytes', value: message })),
  ]);
}

export function floatAttribute(node: Node, name: string): number | null {
  for (const field of attributeFields(node, name)) {
    if (field.number !== ATTRIBUTE_FLOAT || field.wire !== 'fixed32') continue;
    return new DataView(field.value.buffer, field.value.byteOffset, 4).getFloat32(0, true);
  }
  return null;
}

export function intsAttribute(node: Node, name: string): number[] {
  return attributeFields(node, name).flatMap((field) =>
    field.number === ATTRIBUTE_INTS && field.wire === 'varint' ? [Number(field.value)] : [],
  );
}

/** The tensor message of a Constant node. */
export function tensorAttribute(node: Node, name: string): Uint8Array | null {
  return bytesOf(attributeFields(node, name), ATTRIBUTE_TENSOR)[0] ?? null;
}

export function makeNode(
  operator: string,
  inputs: string[],
  output: string,
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
): Node {
  const made = Object.entries(attributes).map(([name, value]) => makeAttribute(name, value));
  return { operator, inputs, outputs: [output], attributes: made };
}

export function makeAttribute(name: string, value: number | readonly number[]): Attribute {
  const [type, number] = typeof value === 'number' ? [TYPE_INT, ATTRIBUTE_INT] : [TYPE_INTS, ATTRIBUTE_INTS];
  const message = writeFields([
    textField(ATTRIBUTE_NAME, name),
    ...[value].flat().map((item): Field => ({ number, wire: 'varint', value: BigInt(item) })),
    { number: ATTRIBUTE_TYPE, wire: 'varint', value: type },
  ]);
  return { name, message };
}

function attributeFields(node: Node, name: string): Field[] {
  const attribute = node.attributes.find((candidate) => candidate.name === name);
  return attribute ? readFields(attribute.message) : [];
}

function bytesOf(fields: readonly Field[], number: number): Uint8Array[] {
  return fields.flatMap((field) => (field.number === number && field.wire === 'bytes' ? [field.value] : []));
}

function textsOf(fields: readonly Field[], number: number): string[] {
  return bytesOf(fields, number).map((bytes) => Buffer.from(bytes).toString());
}

function textField(number: number, text: string): Field {
  return { number, wire: 'bytes', value: Buffer.from(text) };
}
