import { InferenceSession } from 'onnxruntime-node';
import type { RecogniserInput } from '../../read/recogniser-input.ts';
import { type Convolution, convolutionOf, setConvolution } from '../fold/convolution.ts';
import { type Graph, producerOf } from '../onnx/graph.ts';
import { readModel, writeModel } from '../onnx/model-file.ts';
import type { Node } from '../onnx/node.ts';
import { quantiseModel } from '../quantise/quantise-model.ts';
import type { ModelRanges } from '../quantise/value-codes.ts';
import { fitConvolution } from './fit-convolution.ts';
import { pruneValue } from './prune-value.ts';
import { rangesAt } from './ranges-at.ts';
import { seenTogether } from './seen-together.ts';

/** How many channels values keep, by their names: inputs of convolutions whose ranges are known, or the last value. */
export type PruningPlan = { inputs: Readonly<Record<string, number>>; last: readonly [string, number] };

/**
 * Leaves out channels of a folded recogniser that the others can stand in for, and fits the weights behind them,
 * convolution by convolution, so that each gives on the pieces what it gave before, though what it takes is pruned and
 * in 8-bit integers by now. The names of its values stay.
 */
export async function pruneModel(
  folded: Uint8Array,
  ranges: ModelRanges,
  plan: PruningPlan,
  pieces: readonly RecogniserInput[],
): Promise<Uint8Array> {
  const model = readModel(folded);
  const { graph } = model;
  const outputs = Object.keys(ranges);
  const inputs = outputs.map((output) => convolutionGiving(graph, output).input);
  const [last, lastCount] = plan.last;
  const original = await sessionGiving(folded, [...inputs, ...outputs, last]);
  const seenOf = (name: string) => seenTogether([{ session: original, name }], pieces);
  let known = ranges;
  for (const output of outputs) {
    const { node, input } = convolutionGiving(graph, output);
    const count = plan.inputs[input];
    if (count !== undefined) {
      const { kept, source } = pruneValue(graph, input, await seenOf(input), count);
      known = rangesAt(known, [source, output], kept);
    }
    const { convolution } = convolutionGiving(graph, output);
    const pruned = await sessionGiving(quantiseModel(writeModel(model), known), [input]);
    const seen = await seenTogether(
      [
        { session: pruned, name: input },
        { session: original, name: output },
      ],
      pieces,
    );
    await pruned.release();
    setConvolution(graph, node, fitConvolution(convolution, seen));
  }
  pruneValue(graph, last, await seenOf(last), lastCount);
  return writeModel(model);
}

function convolutionGiving(
  graph: Graph,
  output: string,
): { node: Node; input: string; convolution: Convolution } {
  const node = producerOf(graph, output);
  const convolution = convolutionOf(graph, node);
  if (!node || !convolution) throw new Error(`The model has no convolution ${output} to prune`);
  return { node, input: node.inputs[0] ?? '', convolution };
}

async function sessionGiving(file: Uint8Array, names: readonly string[]): Promise<InferenceSession> {
  const model = readModel(file);
  model.graph.outputs = [...model.graph.outputs, ...names];
  return await InferenceSession.create(writeModel(model));
}
