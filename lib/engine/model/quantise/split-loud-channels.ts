import { type Convolution, convolutionOf, setConvolution } from '../fold/convolution.ts';
import { type Graph, producerOf } from '../onnx/graph.ts';
import { makeAttribute, type Node } from '../onnx/node.ts';
import type { ModelRanges } from './value-codes.ts';
import { type ChannelRanges, valueCodes } from './value-codes.ts';

// Two blocks of channels in the runtime's layout: of 100 letters of two sets 0.13 and 0.09 differ from what floats
// read; without copies 0.30 and 0.17. One block is too little for a bracket of small print.
const COPIES = 32;

/**
 * Where one input channel has a weight far above the rest of its output, that weight alone sets the step in which
 * all of them are rounded. Gives such channels copies and each copy its part of the weight: the results are the same,
 * the steps finer. The copies are calculated from the quantised convolution before, through all that lies between.
 * Returns the ranges with the copies in them.
 */
export function splitLoudChannels(graph: Graph, ranges: ModelRanges, output: string): ModelRanges {
  const node = producerOf(graph, output);
  const convolution = convolutionOf(graph, node);
  const seen = ranges[output];
  if (!node || !convolution || !seen) throw new Error(`The model has no convolution ${output} to split`);
  const copies = loudChannels(convolution, valueCodes(seen.input).scales);
  setConvolution(graph, node, withSharedInputs(convolution, copies));
  const source = copyOutputs(graph, node, copies);
  const before = ranges[source];
  if (!before) throw new Error(`Nothing is known of the values of ${source}`);
  return {
    ...ranges,
    [source]: { ...before, output: withCopies(before.output, copies) },
    [output]: {
      ...seen,
      input: { ...withCopies(seen.input, copies), mean: copied(seen.input.mean, copies) },
    },
  };
}

// One after the other: the channel that sets the steps of the most, as it stands with the copies it has.
function loudChannels({ weights, bias }: Convolution, inputScales: Float32Array): number[] {
  const inputs = inputScales.length;
  const shares = new Float32Array(inputs).fill(1);
  return Array.from({ length: COPIES }, () => {
    const loudness = new Float32Array(inputs);
    for (let at = 0; at < bias.length * inputs; at += inputs) {
      let loudest = 0;
      let largest = 0;
      for (let from = 0; from < inputs; from++) {
        const step = Math.abs((weights[at + from] ?? 0) * (inputScales[from] ?? 0)) / (shares[from] ?? 1);
        if (step > largest) [largest, loudest] = [step, from];
      }
      loudness[loudest] = (loudness[loudest] ?? 0) + largest ** 2;
    }
    const chosen = loudness.indexOf(Math.max(...loudness));
    shares[chosen] = (shares[chosen] ?? 1) + 1;
    return chosen;
  });
}

function withSharedInputs({ weights, bias, dims }: Convolution, copies: readonly number[]): Convolution {
  const [outputs = 0, inputs = 0, ...kernel] = dims;
  const origins = [...Array(inputs).keys(), ...copies];
  const shares = new Map<number, number>();
  for (const origin of origins) shares.set(origin, (shares.get(origin) ?? 0) + 1);
  const shared = new Float32Array(outputs * origins.length);
  for (let channel = 0; channel < outputs; channel++) {
    for (const [at, origin] of origins.entries()) {
      const weight = weights[channel * inputs + origin] ?? 0;
      shared[channel * origins.length + at] = weight / (shares.get(origin) ?? 1);
    }
  }
  return { weights: shared, bias, dims: [outputs, origins.length, ...kernel] };
}

// Back through depthwise convolutions and activations to the convolution that mixes channels; returns its output.
function copyOutputs(graph: Graph, from: Node, copies: readonly number[]): string {
  const node = producerOf(graph, from.inputs[0] ?? '');
  const convolution = convolutionOf(graph, node);
  if (!node || (!convolution && node.operator !== 'HardSwish'))
    throw new Error(`Channels cannot be copied before ${from.outputs[0]}`);
  if (!convolution) return copyOutputs(graph, node, copies);
  const { weights, bias, dims } = convolution;
  const channels = bias.length + copies.length;
  const weightsEach = weights.length / bias.length;
  const copiedWeights = new Float32Array(channels * weightsEach);
  copiedWeights.set(weights);
  for (const [index, copy] of copies.entries()) {
    const own = weights.subarray(copy * weightsEach, (copy + 1) * weightsEach);
    copiedWeights.set(own, (bias.length + index) * weightsEach);
  }
  setConvolution(graph, node, {
    weights: copiedWeights,
    bias: Float32Array.from(copied([...bias], copies)),
    dims: [channels, ...dims.slice(1)],
  });
  if (dims[1] !== 1) return node.outputs[0] ?? '';
  const others = node.attributes.filter(({ name }) => name !== 'group');
  node.attributes = [...others, makeAttribute('group', channels)];
  return copyOutputs(graph, node, copies);
}

function withCopies({ low, high }: ChannelRanges, copies: readonly number[]): ChannelRanges {
  return { low: copied(low, copies), high: copied(high, copies) };
}

function copied(values: readonly number[], copies: readonly number[]): number[] {
  return [...values, ...copies.map((channel) => values[channel] ?? 0)];
}
