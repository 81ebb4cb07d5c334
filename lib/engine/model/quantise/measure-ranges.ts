import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { RecogniserInput } from '../../read/recogniser-input.ts';
import { convolutionOf } from '../fold/convolution.ts';
import { type Graph, soleConsumerOf } from '../onnx/graph.ts';
import { readModel, writeModel } from '../onnx/model-file.ts';
import { intsAttribute, type Node } from '../onnx/node.ts';
import type { ChannelStatistics, ModelRanges } from './value-codes.ts';

/** A convolution worth quantising: the names of the values it takes and gives. */
export type Candidate = { input: string; output: string };

// With fewer output channels, 64 being the next, coding the values costs what the integers save.
const MIN_CHANNELS = 112;
// HardSwish gives zero for all that lies lower.
const LOWEST_FOR_HARD_SWISH = -3;

/** The wide pointwise convolutions before a HardSwish, which hold most of the recogniser's arithmetic. */
export function candidates(graph: Graph): Candidate[] {
  return graph.nodes.filter((node) => isWidePointwise(graph, node)).map(sidesOf);
}

function isWidePointwise(graph: Graph, node: Node): boolean {
  const convolution = convolutionOf(graph, node);
  if (!convolution || convolution.bias.length < MIN_CHANNELS) return false;
  const [, inputs = 0, ...kernel] = convolution.dims;
  const isPointwise = inputs > 1 && kernel.every((side) => side === 1);
  const isPlain = [...intsAttribute(node, 'strides'), 1].every((stride) => stride === 1);
  return isPointwise && isPlain && soleConsumerOf(graph, node.outputs[0] ?? '')?.operator === 'HardSwish';
}

function sidesOf({ inputs: [input = ''], outputs: [output = ''] }: Node): Candidate {
  return { input, output };
}

/** The ranges and means on both sides of a folded model's candidates, over pieces of lines. */
export async function measureRanges(
  folded: Uint8Array,
  pieces: readonly RecogniserInput[],
): Promise<ModelRanges> {
  const model = readModel(folded);
  const convolutions = candidates(model.graph);
  const values = new Set(convolutions.flatMap(({ input, output }) => [input, output]));
  model.graph.outputs = [...model.graph.outputs, ...values];
  const session = await InferenceSession.create(writeModel(model), { intraOpNumThreads: 1 });
  const meter = createRangeMeter(session, convolutions);
  for (const { input, width } of pieces) await meter.look(input, [1, 3, input.length / 3 / width, width]);
  await session.release();
  return meter.ranges();
}

type Seen = { low: number[]; high: number[]; sum: number[]; count: number };

/**
 * Gathers the ranges and means of values on both sides of the candidates. The session's model must have these values among
 * its outputs.
 */
export function createRangeMeter(session: InferenceSession, convolutions: readonly Candidate[]) {
  const names = [...new Set(convolutions.flatMap(({ input, output }) => [input, output]))];
  const seen = new Map<string, Seen>();

  async function look(input: Float32Array, dims: readonly number[]): Promise<void> {
    const outputs = await session.run(
      { [session.inputNames[0] ?? '']: new Tensor('float32', input, dims) },
      names,
    );
    for (const name of names) {
      const { data, dims: [, channels = 0] = [] } = outputs[name] ?? {};
      if (!(data instanceof Float32Array)) throw new Error(`The model gave no floats as ${name}`);
      const values = seen.get(name) ?? nothingSeen(channels);
      add(values, data);
      seen.set(name, values);
    }
  }

  function ranges(): ModelRanges {
    return Object.fromEntries(
      convolutions.map(({ input, output }) => {
        const { low, high } = statisticsOf(output);
        const useful = low.map((value) => Math.max(value, LOWEST_FOR_HARD_SWISH));
        return [output, { input: statisticsOf(input), output: { low: useful, high } }];
      }),
    );
  }

  function statisticsOf(name: string): ChannelStatistics {
    const { low, high, sum, count } = seen.get(name) ?? nothingSeen(0);
    return { low, high, mean: sum.map((value) => value / count) };
  }

  return { look, ranges };
}

function nothingSeen(channels: number): Seen {
  const zeros = () => Array<number>(channels).fill(0);
  return { low: zeros(), high: zeros(), sum: zeros(), count: 0 };
}

function add(seen: Seen, values: Float32Array): void {
  const channels = seen.sum.length;
  const perChannel = values.length / channels;
  seen.count += perChannel;
  for (let channel = 0; channel < channels; channel++) {
    for (const value of values.subarray(channel * perChannel, (channel + 1) * perChannel)) {
      seen.low[channel] = Math.min(seen.low[channel] ?? 0, value);
      seen.high[channel] = Math.max(seen.high[channel] ?? 0, value);
      seen.sum[channel] = (seen.sum[channel] ?? 0) + value;
    }
  }
}
