import { type Convolution, convolutionOf } from '../fold/convolution.ts';
import { type Graph, producerOf } from '../onnx/graph.ts';
import { intsAttribute, type Node } from '../onnx/node.ts';

const KEEPS_CHANNELS = new Set(['Mul', 'Add', 'Relu', 'Resize']);

/** Whether it looks at each pixel and the eight around it, and gives a picture of the same size. */
export function isPlain3x3(node: Node, { dims: [, , height, width] }: Convolution): boolean {
  const pads = intsAttribute(node, 'pads');
  const keepsSize = pads.length === 4 && pads.every((pad) => pad === 1) && hasNoStrides(node);
  return height === 3 && width === 3 && keepsSize;
}

/** Whether it looks at one pixel at a time, at all of its channels. */
export function isPointwise(node: Node, { dims: [, inputs = 0, ...kernel] }: Convolution): boolean {
  return inputs > 1 && kernel.every((side) => side === 1) && hasNoStrides(node);
}

/** How many channels a value has; null when no convolution before it tells. */
export function channelsOf(graph: Graph, name: string): number | null {
  const node = producerOf(graph, name);
  if (node?.operator === 'Conv') return convolutionOf(graph, node)?.bias.length ?? null;
  return node && KEEPS_CHANNELS.has(node.operator) ? channelsOf(graph, node.inputs[0] ?? '') : null;
}

function hasNoStrides(node: Node): boolean {
  return intsAttribute(node, 'strides').every((stride) => stride === 1);
}
