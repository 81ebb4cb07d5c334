import type { Node } from './node.ts';
import { makeTensor, type Numbers, type Tensor } from './tensor.ts';

/**
 * A model's operations, in an order in which they can run, with its constants and the names of its results.
 */
export type Graph = { nodes: Node[]; tensors: Map<string, Tensor>; outputs: readonly string[] };

export function producerOf(graph: Graph, name: string): Node | null {
  return graph.nodes.find((node) => node.outputs.includes(name)) ?? null;
}

export function consumersOf(graph: Graph, name: string): Node[] {
  return graph.nodes.filter((node) => node.inputs.includes(name));
}

/** The one node that uses a value; null when there are several or the value is a result of the model. */
export function soleConsumerOf(graph: Graph, name: string): Node | null {
  const [consumer, ...others] = consumersOf(graph, name);
  return consumer && others.length === 0 && !graph.outputs.includes(name) ? consumer : null;
}

export function floatsOf(graph: Graph, name: string | undefined): Float32Array | null {
  return (name !== undefined && graph.tensors.get(name)?.floats) || null;
}

/** The single number that a name stands for; null when it is no constant of one float. */
export function scalarOf(graph: Graph, name: string | undefined): number | null {
  const floats = floatsOf(graph, name);
  return floats?.length === 1 ? (floats[0] ?? null) : null;
}

export function addTensor(graph: Graph, dims: readonly number[], numbers: Numbers): string {
  // Some names are taken in a graph that was written, which loses constants, and read again.
  let count = graph.tensors.size;
  while (graph.tensors.has(`made.${count}`)) count++;
  const name = `made.${count}`;
  graph.tensors.set(name, makeTensor(dims, numbers));
  return name;
}

export function removeNodes(graph: Graph, nodes: readonly Node[]): void {
  graph.nodes = graph.nodes.filter((node) => !nodes.includes(node));
}

export function replaceInputs(graph: Graph, from: string, to: string): void {
  for (const node of consumersOf(graph, from)) replaceInput(node, from, to);
}

export function replaceInput(node: Node, from: string, to: string): void {
  node.inputs = node.inputs.map((name) => (name === from ? to : name));
}
