import type { Graph } from './graph.ts';
import { readNode, tensorAttribute, writeNode } from './node.ts';
import { type Field, readFields, writeFields } from './protobuf.ts';
import { nameOfTensor, readTensor, type Tensor, writeTensor } from './tensor.ts';

/** A model file taken apart. What is not listed here stays in the rest fields, as it stands in the file. */
export type Model = { graph: Graph; operatorSet: number; restOfModel: Field[]; restOfGraph: Field[] };

// Field numbers of onnx.proto, messages ModelProto, GraphProto, ValueInfoProto and OperatorSetIdProto.
const GRAPH = 7;
const OPERATOR_SET = 8;
const NODE = 1;
const INITIALIZER = 5;
const OUTPUT = 12;
const VALUE_NAME = 1;
const OPERATOR_SET_VERSION = 2;

/** Reads an ONNX file. Constant nodes become constants of the graph. */
export function readModel(file: Uint8Array): Model {
  const model = readFields(file);
  const graph = readFields(bytesOf(model, GRAPH)[0] ?? new Uint8Array());
  const nodes = bytesOf(graph, NODE).map(readNode);
  const tensors = new Map<string, Tensor>();
  for (const message of bytesOf(graph, INITIALIZER)) tensors.set(nameOfTensor(message), readTensor(message));
  for (const node of nodes.filter(({ operator }) => operator === 'Constant')) {
    const [name = ''] = node.outputs;
    const message = tensorAttribute(node, 'value');
    if (!message) throw new Error(`The constant ${name} of the model is no tensor`);
    tensors.set(name, readTensor(message));
  }
  const operatorSet = readFields(bytesOf(model, OPERATOR_SET)[0] ?? new Uint8Array());
  const version = operatorSet.find((field) => field.number === OPERATOR_SET_VERSION)?.value;
  return {
    graph: {
      nodes: nodes.filter(({ operator }) => operator !== 'Constant'),
      tensors,
      outputs: outputNames(graph),
    },
    operatorSet: Number(version),
    restOfModel: model.filter(({ number }) => number !== GRAPH && number !== OPERATOR_SET),
    restOfGraph: graph.filter(({ number }) => number !== NODE && number !== INITIALIZER),
  };
}

/** Writes an ONNX file, leaving out constants that no node uses. Further outputs are declared by their names. */
export function writeModel({ graph, operatorSet, restOfModel, restOfGraph }: Model): Uint8Array {
  const used = new Set(graph.nodes.flatMap((node) => node.inputs));
  const tensors = [...graph.tensors].filter(([name]) => used.has(name));
  const declared = outputNames(restOfGraph);
  const undeclared = graph.outputs.filter((name) => !declared.includes(name));
  const graphMessage = writeFields([
    ...graph.nodes.map((node) => bytesField(NODE, writeNode(node))),
    ...tensors.map(([name, tensor]) => bytesField(INITIALIZER, writeTensor(tensor, name))),
    ...restOfGraph,
    ...undeclared.map((name) => bytesField(OUTPUT, writeFields([bytesField(VALUE_NAME, Buffer.from(name))]))),
  ]);
  const version = writeFields([{ number: OPERATOR_SET_VERSION, wire: 'varint', value: BigInt(operatorSet) }]);
  return writeFields([...restOfModel, bytesField(GRAPH, graphMessage), bytesField(OPERATOR_SET, version)]);
}

function outputNames(graph: readonly Field[]): string[] {
  return bytesOf(graph, OUTPUT).map((message) => {
    return Buffer.from(bytesOf(readFields(message), VALUE_NAME)[0] ?? []).toString();
  });
}

function bytesOf(fields: readonly Field[], number: number): Uint8Array[] {
  return fields.flatMap((field) => (field.number === number && field.wire === 'bytes' ? [field.value] : []));
}

function bytesField(number: number, value: Uint8Array): Field {
  return { number, wire: 'bytes', value };
}
