import { type Convolution, convolutionOf, setConvolution } from '../fold/convolution.ts';
import { type Graph, producerOf } from '../onnx/graph.ts';
import { makeAttribute } from '../onnx/node.ts';

/** A convolution that takes, as its channels, those of its former input at `origins`, with the weights of each. */
export function takeInputs({ weights, bias, dims }: Convolution, origins: readonly number[]): Convolution {
  const [outputs = 0, inputs = 0, ...kernel] = dims;
  const size = weights.length / (outputs * inputs);
  const taken = new Float32Array(outputs * origins.length * size);
  for (let output = 0; output < outputs; output++) {
    for (const [index, origin] of origins.entries()) {
      const from = (output * inputs + origin) * size;
      taken.set(weights.subarray(from, from + size), (output * origins.length + index) * size);
    }
  }
  return { weights: taken, bias, dims: [outputs, origins.length, ...kernel] };
}

function takeOutputs({ weights, bias, dims }: Convolution, origins: readonly number[]): Convolution {
  const size = weights.length / bias.length;
  const taken = new Float32Array(origins.length * size);
  for (const [index, origin] of origins.entries())
    taken.set(weights.subarray(origin * size, (origin + 1) * size), index * size);
  return {
    weights: taken,
    bias: Float32Array.from(origins, (origin) => bias[origin] ?? 0),
    dims: [origins.length, ...dims.slice(1)],
  };
}

// What treats each channel alike and by itself, and has no weights.
const PASSING = new Set(['HardSwish', 'AveragePool']);

/**
 * Lets the channels of a value be those that it had at `origins`: some of them, or in another order. Goes back
 * through depthwise convolutions and activations to the convolution that mixes channels; returns the name of what
 * that one gives. The values on the way must have no other use.
 */
export function takeChannels(graph: Graph, name: string, origins: readonly number[]): string {
  const node = producerOf(graph, name);
  const convolution = convolutionOf(graph, node);
  if (!node || (!convolution && !PASSING.has(node.operator)))
    throw new Error(`The channels of ${name} cannot be chosen`);
  const [before = ''] = node.inputs;
  if (!convolution) return takeChannels(graph, before, origins);
  setConvolution(graph, node, takeOutputs(convolution, origins));
  const isDepthwise = convolution.dims[1] === 1;
  if (!isDepthwise) return name;
  const others = node.attributes.filter((attribute) => attribute.name !== 'group');
  node.attributes = [...others, makeAttribute('group', origins.length)];
  return takeChannels(graph, before, origins);
}
