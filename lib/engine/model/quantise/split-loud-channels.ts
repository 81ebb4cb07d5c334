import { takeChannels, takeInputs } from '../channels.ts';
import { type Convolution, convolutionOf, setConvolution } from '../fold/convolution.ts';
import { type Graph, producerOf } from '../onnx/graph.ts';
import { rangesAt } from './ranges-at.ts';
import { type ModelRanges, valueCodes } from './value-codes.ts';

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
  const inputs = seen.input.low.length;
  const origins = [...Array(inputs).keys(), ...loudChannels(convolution, valueCodes(seen.input).scales)];
  setConvolution(graph, node, withSharedInputs(convolution, origins));
  const source = takeChannels(graph, node.inputs[0] ?? '', origins);
  return rangesAt(ranges, [source, output], origins);
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

function withSharedInputs(convolution: Convolution, origins: readonly number[]): Convolution {
  const shares = new Map<number, number>();
  for (const origin of origins) shares.set(origin, (shares.get(origin) ?? 0) + 1);
  const taken = takeInputs(convolution, origins);
  const weights = taken.weights.map((weight, at) => {
    return weight / (shares.get(origins[at % origins.length] ?? 0) ?? 1);
  });
  return { ...taken, weights };
}
