import { type Convolution, convolutionOf, setConvolution } from '../fold/convolution.ts';
import { consumersOf, type Graph, soleConsumerOf } from '../onnx/graph.ts';
import type { Node } from '../onnx/node.ts';
import { chooseChannels } from './choose-channels.ts';
import type { Covariance } from './covariance.ts';
import { takeChannels, takeInputs } from './take-channels.ts';

/**
 * Leaves out all but `count` channels of a value, of which it was seen how they go together. The convolutions that read it
 * get what the others give on average into their bias. Returns the channels kept, and the name of what the
 * convolution gives that mixes them.
 */
export function pruneValue(
  graph: Graph,
  value: string,
  seen: Covariance,
  count: number,
): { kept: number[]; source: string } {
  const readers = readersOf(graph, value);
  const kept = chooseChannels(joined(readers, seen.size), seen, count);
  const dropped = [...Array(seen.size).keys()].filter((channel) => !kept.includes(channel));
  for (const { node, convolution } of readers) {
    const [, inputs = 0] = convolution.dims;
    const behind = Array.from({ length: inputs - seen.size }, (_, at) => seen.size + at);
    const { bias } = convolution;
    const missing = takeInputs(convolution, dropped);
    const completed = bias.map((own, output) => own + meanOf(missing, output, dropped, seen));
    setConvolution(graph, node, { ...takeInputs(convolution, [...kept, ...behind]), bias: completed });
  }
  return { kept, source: takeChannels(graph, value, kept) };
}

type Reader = { node: Node; convolution: Convolution };

// Convolutions that take the value itself, or joined with others behind it.
function readersOf(graph: Graph, value: string): Reader[] {
  return consumersOf(graph, value).map((consumer) => {
    const isJoined = consumer.operator === 'Concat' && consumer.inputs[0] === value;
    const node = isJoined ? soleConsumerOf(graph, consumer.outputs[0] ?? '') : consumer;
    const convolution = convolutionOf(graph, node);
    if (!node || !convolution) throw new Error(`${value} is read by more than convolutions`);
    return { node, convolution };
  });
}

// One pointwise convolution that stands for all of them: an output for each of theirs and each place under their kernels.
function joined(readers: readonly Reader[], channels: number): Convolution {
  const rows = readers.flatMap(({ convolution: { weights, bias, dims } }) => {
    const [, inputs = 0] = dims;
    const places = weights.length / bias.length / inputs;
    return Array.from({ length: bias.length * places }, (_, row) => {
      const start = Math.floor(row / places) * inputs * places + (row % places);
      return Array.from({ length: channels }, (_, channel) => weights[start + channel * places] ?? 0);
    });
  });
  return {
    weights: Float32Array.from(rows.flat()),
    bias: new Float32Array(rows.length),
    dims: [rows.length, channels, 1, 1],
  };
}

function meanOf(
  { weights, bias }: Convolution,
  output: number,
  channels: readonly number[],
  { mean }: Covariance,
): number {
  const perOutput = weights.length / bias.length;
  const places = perOutput / channels.length;
  let sum = 0;
  for (let at = 0; at < perOutput; at++)
    sum += (weights[output * perOutput + at] ?? 0) * (mean[channels[Math.floor(at / places)] ?? 0] ?? 0);
  return sum;
}
