import { addTensor, consumersOf, type Graph, producerOf, removeNodes, replaceInput } from '../onnx/graph.ts';
import { intsAttribute, makeAttribute, type Node } from '../onnx/node.ts';
import { type Affine, affineOf } from './affine-of.ts';
import { type Convolution, convolutionOf, setConvolution } from './convolution.ts';

/**
 * Works an affine between a HardSwish and convolutions into the convolutions. Where that is impossible, it
 * becomes a convolution of its own, of one weight a channel: that keeps the blocked layout, which Mul and Add
 * would end.
 */
export function foldAffineAfterHardSwish(graph: Graph): void {
  for (const activation of graph.nodes.filter(({ operator }) => operator === 'HardSwish')) {
    const [output = ''] = activation.outputs;
    const affine = affineOf(graph, output);
    const channels = channelsOf(graph, activation);
    if (!affine || graph.outputs.includes(affine.output) || channels === null) continue;
    const consumers = consumersOf(graph, affine.output);
    removeNodes(graph, affine.nodes);
    const others = consumers.filter((consumer) => !foldInto(graph, consumer, affine, output));
    if (others.length === 0) continue;
    const scaling = scalingConvolution(graph, output, affine, channels);
    graph.nodes.splice(graph.nodes.indexOf(activation) + 1, 0, scaling);
    for (const consumer of others) replaceInput(consumer, affine.output, scaling.outputs[0] ?? '');
  }
}

// A shift cannot go into a convolution that pads its input: the padding would have to be shifted the other
// way.
function foldInto(graph: Graph, node: Node, { scale, shift, output }: Affine, input: string): boolean {
  const convolution = convolutionOf(graph, node);
  const isPadded = intsAttribute(node, 'pads').some((pad) => pad !== 0);
  if (!convolution || node.inputs[0] !== output || (isPadded && shift !== 0)) return false;
  replaceInput(node, output, input);
  setConvolution(graph, node, takingScaledInput(convolution, scale, shift));
  return true;
}

function takingScaledInput({ weights, bias, dims }: Convolution, scale: number, shift: number): Convolution {
  const perChannel = weights.length / bias.length;
  return {
    weights: weights.map((weight) => weight * scale),
    bias: bias.map((value, channel) => {
      const own = weights.subarray(channel * perChannel, (channel + 1) * perChannel);
      return value + shift * own.reduce((sum, weight) => sum + weight, 0);
    }),
    dims,
  };
}

function scalingConvolution(
  graph: Graph,
  input: string,
  { scale, shift, output }: Affine,
  channels: number,
): Node {
  const weights = addTensor(graph, [channels, 1, 1, 1], new Float32Array(channels).fill(scale));
  const bias = addTensor(graph, [channels], new Float32Array(channels).fill(shift));
  return {
    operator: 'Conv',
    inputs: [input, weights, bias],
    outputs: [`${output}.folded`],
    attributes: [makeAttribute('group', channels), makeAttribute('kernel_shape', [1, 1])],
  };
}

// Everything between a convolution and its activation keeps the number of channels.
function channelsOf(graph: Graph, activation: Node): number | null {
  let node: Node | null = activation;
  while (node && node.operator !== 'Conv') node = producerOf(graph, node.inputs[0] ?? '');
  return convolutionOf(graph, node)?.bias.length ?? null;
}
