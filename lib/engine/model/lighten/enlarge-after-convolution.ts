import { type Convolution, convolutionOf } from '../fold/convolution.ts';
import { addTensor, floatsOf, type Graph, producerOf, removeNodes, soleConsumerOf } from '../onnx/graph.ts';
import { makeNode, type Node } from '../onnx/node.ts';
import { channelsOf, isPlain3x3 } from './convolution-shape.ts';
import { fourPixelWeights, partOfWeights } from './four-pixel-weights.ts';

/**
 * A 3 × 3 convolution over values that were enlarged before, each repeated in both directions, sees every value
 * several times. Makes of it one over what was not enlarged, plus one of 2 × 2 over the rest before its last
 * doubling, which calculates the four pixels that one becomes as four times the channels: a third of the arithmetic.
 */
export function enlargeAfterConvolution(graph: Graph): void {
  for (const node of [...graph.nodes]) {
    const convolution = convolutionOf(graph, node);
    const joined = producerOf(graph, node.inputs[0] ?? '');
    if (!convolution || !joined || !isPlain3x3(node, convolution)) continue;
    if (soleConsumerOf(graph, joined.outputs[0] ?? '') !== node) continue;
    const parts = partsOf(graph, joined);
    const large = parts.filter(({ factor }) => factor === 1);
    const small = parts.filter(({ factor }) => factor !== 1);
    if (large.length !== 1 || small.length === 0) continue;
    const nodes = splitConvolution(graph, node.outputs[0] ?? '', convolution, large, small);
    graph.nodes.splice(graph.nodes.indexOf(node), 1, ...nodes);
    removeNodes(graph, [joined]);
  }
}

/** Which channels of a convolution's input a value is, and how much it was enlarged for that. */
type Part = { value: string; factor: number; first: number; channels: number };

function partsOf(graph: Graph, joined: Node): Part[] {
  if (joined.operator !== 'Concat' && joined.operator !== 'Add') return [];
  const parts: Part[] = [];
  let first = 0;
  for (const name of joined.inputs) {
    const channels = channelsOf(graph, name);
    if (channels === null) return [];
    parts.push({ ...enlargementOf(graph, name), first, channels });
    if (joined.operator === 'Concat') first += channels;
  }
  return parts;
}

function enlargementOf(graph: Graph, name: string): { value: string; factor: number } {
  const resize = producerOf(graph, name);
  const scales = resize?.operator === 'Resize' ? floatsOf(graph, resize.inputs[2]) : null;
  const [, , factor = 0, across = 0] = scales ?? [];
  const isEven = factor === across && factor >= 2 && factor % 2 === 0;
  return isEven ? { value: resize?.inputs[0] ?? '', factor } : { value: name, factor: 1 };
}

function splitConvolution(
  graph: Graph,
  output: string,
  { weights, bias, dims: [outputs = 0, inputs = 0] }: Convolution,
  large: readonly Part[],
  small: readonly Part[],
): Node[] {
  const nodes: Node[] = [];
  const add = (node: Node) => {
    nodes.push(node);
    return node.outputs[0] ?? '';
  };
  const weightsFor = (parts: readonly Part[]) => partOfWeights({ weights, outputs, inputs }, parts);
  const constant = (numbers: Float32Array, ...sides: number[]) => addTensor(graph, sides, numbers);
  const integers = (...values: bigint[]) => addTensor(graph, [values.length], BigInt64Array.from(values));

  const halves = small.map(({ value, factor }, index) => {
    const scales = constant(Float32Array.of(1, 1, factor / 2, factor / 2), 4);
    return factor === 2 ? value : add(makeNode('Resize', [value, '', scales], `${output}.half-${index}`));
  });
  const [half = ''] = halves;
  const joined =
    halves.length === 1 ? half : add(makeNode('Concat', halves, `${output}.halves`, { axis: 1 }));
  const four = fourPixelWeights(weightsFor(small));
  const fourWeights = constant(four.weights, four.outputs, four.inputs, 2, 2);
  // Between the rows and around them, so that one row and one column are left over on each side.
  const between = { kernel_shape: [2, 2], pads: [1, 1, 1, 1] };
  const asChannels = add(makeNode('Conv', [joined, fourWeights], `${output}.four`, between));
  const asPixels = add(makeNode('DepthToSpace', [asChannels], `${output}.uncut`, { blocksize: 2 }));
  const cut = [asPixels, integers(1n, 1n), integers(-1n, -1n), integers(2n, 3n)];
  const enlarged = add(makeNode('Slice', cut, `${output}.enlarged`));

  const own = weightsFor(large);
  const ownWeights = constant(own.weights, outputs, own.inputs, 3, 3);
  const ownInputs = [large[0]?.value ?? '', ownWeights, constant(bias, outputs)];
  add(makeNode('Conv', ownInputs, `${output}.own`, { kernel_shape: [3, 3], pads: [1, 1, 1, 1] }));
  add(makeNode('Add', [`${output}.own`, enlarged], output));
  return nodes;
}
