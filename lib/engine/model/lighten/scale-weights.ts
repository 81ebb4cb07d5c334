import { convolutionOf } from '../fold/convolution.ts';
import {
  addTensor,
  consumersOf,
  type Graph,
  producerOf,
  removeNodes,
  soleConsumerOf,
} from '../onnx/graph.ts';
import { makeNode, type Node } from '../onnx/node.ts';
import { isPlain3x3, isPointwise } from './convolution-shape.ts';

const TAPS = 9;

/**
 * Where few channels become many by a pointwise convolution, the many are scaled by what their means say (squeeze
 * and excite), and a 3 × 3 convolution then looks at them: multiplies the weights of both convolutions and the
 * scales while the model runs, and looks at the few. The many are never calculated.
 */
export function scaleWeights(graph: Graph): void {
  for (const node of [...graph.nodes]) {
    const look = convolutionOf(graph, node);
    const scaling = producerOf(graph, node.inputs[0] ?? '');
    if (!look || !isPlain3x3(node, look) || scaling?.operator !== 'Mul') continue;
    if (soleConsumerOf(graph, scaling.outputs[0] ?? '') !== node) continue;
    const [wide = '', scales = ''] = scaling.inputs;
    const widening = wideningOf(graph, wide);
    if (!widening) continue;
    const [few = ''] = widening.node.inputs;
    const [output = ''] = node.outputs;
    const weights = `${output}.weights`;
    const weightNodes = productOfWeights(graph, look, widening, scales, weights);
    graph.nodes.splice(graph.nodes.indexOf(node), 0, ...weightNodes);
    node.inputs = [few, weights, ...node.inputs.slice(2)];
    removeNodes(graph, [scaling]);
    widenTheMean(widening);
  }
}

type Weights = { weights: Float32Array; dims: readonly number[] };
type Widening = Weights & { node: Node; mean: Node };

// Its only uses are the scaling and the mean that tells the scales. A bias would not be zero beyond the edges.
function wideningOf(graph: Graph, wide: string): Widening | null {
  const node = producerOf(graph, wide);
  const convolution = convolutionOf(graph, node);
  const uses = consumersOf(graph, wide);
  const mean = uses.find(({ operator }) => operator === 'GlobalAveragePool');
  if (!node || !convolution || !mean || uses.length !== 2 || !isPointwise(node, convolution)) return null;
  return convolution.bias.every((value) => value === 0) ? { ...convolution, node, mean } : null;
}

// The mean of what was widened is what the mean widens to: the two nodes change places.
function widenTheMean({ node, mean }: Widening): void {
  const [few = '', ...constants] = node.inputs;
  const [wide = ''] = node.outputs;
  const [wideMean = ''] = mean.outputs;
  Object.assign(node, {
    operator: 'GlobalAveragePool',
    inputs: [few],
    outputs: [`${wide}.mean`],
    attributes: [],
  });
  Object.assign(mean, makeNode('Conv', [`${wide}.mean`, ...constants], wideMean, { kernel_shape: [1, 1] }));
}

function productOfWeights(
  graph: Graph,
  look: Weights,
  { weights, dims: [many = 0, few = 0] }: Weights,
  scales: string,
  product: string,
): Node[] {
  const outputs = look.dims[0] ?? 0;
  const shape = (...sides: number[]) => addTensor(graph, [sides.length], BigInt64Array.from(sides, BigInt));
  const lookByTap = addTensor(graph, [outputs * TAPS, many], channelsLast(look.weights, many));
  return [
    makeNode('Reshape', [scales, shape(many, 1)], `${product}.scales`),
    makeNode('Mul', [addTensor(graph, [many, few], weights), `${product}.scales`], `${product}.scaled`),
    makeNode('MatMul', [lookByTap, `${product}.scaled`], `${product}.flat`),
    makeNode('Reshape', [`${product}.flat`, shape(outputs, 3, 3, few)], `${product}.by-tap`),
    makeNode('Transpose', [`${product}.by-tap`], product, { perm: [0, 3, 1, 2] }),
  ];
}

function channelsLast(weights: Float32Array, channels: number): Float32Array {
  const turned = new Float32Array(weights.length);
  weights.forEach((value, at) => {
    const tap = at % TAPS;
    const channel = Math.floor(at / TAPS) % channels;
    const output = Math.floor(at / TAPS / channels);
    turned[(output * TAPS + tap) * channels + channel] = value;
  });
  return turned;
}
