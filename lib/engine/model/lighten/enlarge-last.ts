import { addTensor, floatsOf, type Graph, removeNodes, soleConsumerOf } from '../onnx/graph.ts';
import { floatAttribute, intsAttribute, makeNode, type Node } from '../onnx/node.ts';

const DEFAULT_EPSILON = 1e-5;
const FOLLOWING = ['Add', 'BatchNormalization', 'Relu', 'ConvTranspose', 'Add', 'Sigmoid'];

/**
 * Two transposed convolutions that each make four pixels of one, a normalisation and Relu between and a sigmoid
 * behind: every pixel goes its way alone. Makes of them pointwise convolutions over the small picture, with the
 * sixteen pixels as channels, which find their places at the very end.
 */
export function enlargeLast(graph: Graph): void {
  for (const first of graph.nodes.filter(({ operator }) => operator === 'ConvTranspose')) {
    const chain = chainBehind(graph, first);
    const [firstBias, normalisation, , second, secondBias, sigmoid] = chain;
    const toFour = quadruplingOf(graph, first, firstBias, normalisation);
    const toSixteen = quadruplingOf(graph, second, secondBias);
    if (!toFour || toSixteen?.outputs !== 1) continue;
    const [input = ''] = first.inputs;
    const [output = ''] = sigmoid?.outputs ?? [];
    const pointwise = { kernel_shape: [1, 1] };
    const four = weightsToFour(toFour);
    const sixteen = weightsToSixteen(toSixteen);
    const constant = (weights: Float32Array, ...dims: number[]) => addTensor(graph, dims, weights);
    const fourConstants = [
      constant(four.weights, four.count, toFour.inputs, 1, 1),
      constant(four.bias, four.count),
    ];
    const sixteenConstants = [constant(sixteen.weights, 16, four.count, 1, 1), constant(sixteen.bias, 16)];
    graph.nodes.splice(
      graph.nodes.indexOf(first),
      0,
      makeNode('Conv', [input, ...fourConstants], `${output}.four`, pointwise),
      makeNode('Relu', [`${output}.four`], `${output}.positive`),
      makeNode('Conv', [`${output}.positive`, ...sixteenConstants], `${output}.sixteen`, pointwise),
      makeNode('Sigmoid', [`${output}.sixteen`], `${output}.likely`),
      makeNode('DepthToSpace', [`${output}.likely`], output, { blocksize: 4 }),
    );
    removeNodes(graph, [first, ...chain]);
  }
}

function chainBehind(graph: Graph, first: Node): Node[] {
  const chain: Node[] = [];
  for (const operator of FOLLOWING) {
    const node = soleConsumerOf(graph, (chain.at(-1) ?? first).outputs[0] ?? '');
    if (node?.operator !== operator) return [];
    chain.push(node);
  }
  return chain;
}

/** Weights lie input by input, then output by output, then by the four pixels; a normalisation is worked in. */
type Quadrupling = { weights: Float32Array; bias: Float32Array; inputs: number; outputs: number };

function quadruplingOf(graph: Graph, node?: Node, add?: Node, normalisation?: Node): Quadrupling | null {
  if (!node || !add || node.inputs.length !== 2) return null;
  const weights = floatsOf(graph, node.inputs[1]);
  const [inputs = 0, outputs = 0, height, width] = graph.tensors.get(node.inputs[1] ?? '')?.dims ?? [];
  const bias = floatsOf(
    graph,
    add.inputs.find((name) => name !== node.outputs[0]),
  );
  const isByTwo = intsAttribute(node, 'strides').join() === '2,2' && height === 2 && width === 2;
  if (!weights || !bias || !isByTwo || intsAttribute(node, 'pads').some((pad) => pad !== 0)) return null;
  if (!normalisation) return { weights, bias, inputs, outputs };
  const [factor, offset, mean, variance] = normalisation.inputs.slice(1).map((name) => floatsOf(graph, name));
  if (!factor || !offset || !mean || !variance) return null;
  const epsilon = floatAttribute(normalisation, 'epsilon') ?? DEFAULT_EPSILON;
  const scale = factor.map((value, channel) => value / Math.sqrt((variance[channel] ?? 0) + epsilon));
  return {
    weights: weights.map((value, at) => value * (scale[(at >> 2) % outputs] ?? 0)),
    bias: bias.map((value, c) => (value - (mean[c] ?? 0)) * (scale[c] ?? 0) + (offset[c] ?? 0)),
    inputs,
    outputs,
  };
}

type Pointwise = { weights: Float32Array; bias: Float32Array; count: number };

// One channel after the other of the upper left pixel, then of the upper right, the lower left and lower right.
function weightsToFour({ weights, bias, inputs, outputs }: Quadrupling): Pointwise {
  const count = 4 * outputs;
  const turned = new Float32Array(weights.length);
  weights.forEach((value, at) => {
    const channel = (at & 3) * outputs + ((at >> 2) % outputs);
    turned[channel * inputs + Math.floor(at / count)] = value;
  });
  return {
    weights: turned,
    bias: Float32Array.from({ length: count }, (_, at) => bias[at % outputs] ?? 0),
    count,
  };
}

// A pixel of the four sees its own channels only, and becomes four of the sixteen, which go row by row.
function weightsToSixteen({ weights, bias, inputs }: Quadrupling): Pointwise {
  const turned = new Float32Array(16 * 4 * inputs);
  for (let pixel = 0; pixel < 4; pixel++) {
    weights.forEach((value, at) => {
      const row = (pixel & 2) + ((at & 2) >> 1);
      const column = 2 * (pixel & 1) + (at & 1);
      turned[((4 * row + column) * 4 + pixel) * inputs + (at >> 2)] = value;
    });
  }
  return { weights: turned, bias: new Float32Array(16).fill(bias[0] ?? 0), count: 16 };
}
