import { addTensor, floatsOf, type Graph } from '../onnx/graph.ts';
import type { Node } from '../onnx/node.ts';

/** A convolution's constants. Weights lie output channel by output channel. */
export type Convolution = { weights: Float32Array; bias: Float32Array; dims: readonly number[] };

/** Null when the node is no convolution, or its weights are computed while the model runs. */
export function convolutionOf(graph: Graph, node: Node | null): Convolution | null {
  if (node?.operator !== 'Conv') return null;
  const [, weightsName = '', biasName] = node.inputs;
  const weights = floatsOf(graph, weightsName);
  const dims = graph.tensors.get(weightsName)?.dims;
  if (!weights || !dims) return null;
  const bias = biasName ? floatsOf(graph, biasName) : new Float32Array(dims[0] ?? 0);
  return bias && { weights, bias, dims };
}

/** Gives a convolution new constants. */
export function setConvolution(graph: Graph, node: Node, { weights, bias, dims }: Convolution): void {
  const [input = ''] = node.inputs;
  node.inputs = [input, addTensor(graph, dims, weights), addTensor(graph, [bias.length], bias)];
}

/** Convolution whose result is scaled and shifted, channel by channel. */
export function scaleResult(
  { weights, bias, dims }: Convolution,
  scale: (channel: number) => number,
  shift: (channel: number) => number,
): Convolution {
  const perChannel = weights.length / bias.length;
  const scaled = new Float32Array(weights.length);
  for (const channel of bias.keys()) {
    const factor = scale(channel);
    const end = (channel + 1) * perChannel;
    for (let at = channel * perChannel; at < end; at++) scaled[at] = (weights[at] ?? 0) * factor;
  }
  return {
    weights: scaled,
    bias: bias.map((value, channel) => value * scale(channel) + shift(channel)),
    dims,
  };
}
