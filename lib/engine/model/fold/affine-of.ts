import { type Graph, scalarOf, soleConsumerOf } from '../onnx/graph.ts';
import type { Node } from '../onnx/node.ts';

/** A scaling by one number, and perhaps a shift by another, that a value goes through. */
export type Affine = { scale: number; shift: number; output: string; nodes: Node[] };

/** The affine that is the only use of a value; null when there is none. */
export function affineOf(graph: Graph, value: string): Affine | null {
  const multiply = scalarOperation(graph, 'Mul', value);
  if (!multiply) return null;
  const [product = ''] = multiply.node.outputs;
  const add = scalarOperation(graph, 'Add', product);
  return {
    scale: multiply.scalar,
    shift: add?.scalar ?? 0,
    output: add?.node.outputs[0] ?? product,
    nodes: add ? [multiply.node, add.node] : [multiply.node],
  };
}

function scalarOperation(
  graph: Graph,
  operator: string,
  value: string,
): { node: Node; scalar: number } | null {
  const node = soleConsumerOf(graph, value);
  if (node?.operator !== operator) return null;
  const scalar = scalarOf(
    graph,
    node.inputs.find((name) => name !== value),
  );
  return scalar === null ? null : { node, scalar };
}
