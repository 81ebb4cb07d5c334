import { describe, expect, it } from 'vitest';
import type { Graph } from '../onnx/graph.ts';
import { makeAttribute, type Node } from '../onnx/node.ts';
import { makeTensor } from '../onnx/tensor.ts';
import { convolutionOf } from './convolution.ts';
import { foldAffineAfterConvolution } from './fold-affine-after-convolution.ts';
import { foldAffineAfterHardSwish } from './fold-affine-after-hard-swish.ts';
import { foldBatchNormalisation } from './fold-batch-normalisation.ts';
import { joinHardSwish } from './join-hard-swish.ts';
import { joinShortcut } from './join-shortcut.ts';

/** "y = Conv x, w, b" makes one node. */
function node(text: string, pads?: number): Node {
  const [, output = '', operator = '', inputs = ''] = /^(\S+) = (\S+) (.*)$/.exec(text) ?? [];
  const attributes = pads === undefined ? [] : [makeAttribute('pads', [pads, pads, pads, pads])];
  return { operator, inputs: inputs.split(', '), outputs: [output], attributes };
}

/** Constants are one-dimensional unless they are a convolution's: two output channels of 1 × 1 over one input. */
function graphOf(
  nodes: readonly (string | Node)[],
  constants: Record<string, number[]>,
  output = 'end',
): Graph {
  const tensors = Object.entries(constants).map(([name, values]) => {
    const dims = name.startsWith('w') ? [values.length, 1, 1, 1] : [values.length];
    return [name, makeTensor(dims, Float32Array.from(values))] as const;
  });
  return {
    nodes: nodes.map((entry) => (typeof entry === 'string' ? node(entry) : entry)),
    tensors: new Map(tensors),
    outputs: [output],
  };
}

function operators(graph: Graph): string[] {
  return graph.nodes.map(({ operator }) => operator);
}

function weightsOf(graph: Graph, index: number) {
  const convolution = convolutionOf(graph, graph.nodes[index] ?? null);
  return convolution && { weights: [...convolution.weights], bias: [...convolution.bias] };
}

describe('foldBatchNormalisation', () => {
  it('scales and shifts each output channel of the convolution before it', () => {
    const graph = graphOf(
      ['y = Conv x, w, b', 'end = BatchNormalization y, factor, offset, mean, variance'],
      {
        w: [2, 3],
        b: [1, 1],
        factor: [2, 1],
        offset: [0, 5],
        mean: [1, 0],
        variance: [0.99999, 3.99999],
      },
    );
    graph.outputs = ['z'];
    foldBatchNormalisation(graph);
    expect(operators(graph)).toEqual(['Conv']);
    const { weights = [], bias = [] } = weightsOf(graph, 0) ?? {};
    expect(weights.map((value) => Number(value.toFixed(4)))).toEqual([4, 1.5]);
    expect(bias.map((value) => Number(value.toFixed(4)))).toEqual([0, 5.5]);
  });

  it('leaves a normalisation alone whose input is used elsewhere too', () => {
    const constants = { w: [2, 3], factor: [1, 1], offset: [0, 0], mean: [0, 0], variance: [1, 1] };
    const graph = graphOf(
      ['y = Conv x, w', 'z = BatchNormalization y, factor, offset, mean, variance', 'end = Add y, z'],
      constants,
    );
    foldBatchNormalisation(graph);
    expect(operators(graph)).toEqual(['Conv', 'BatchNormalization', 'Add']);
  });
});

describe('foldAffineAfterConvolution', () => {
  it('works a scaling and a shift into weights and bias, and links the next node', () => {
    const graph = graphOf(['y = Conv x, w, b', 'p = Mul scale, y', 'q = Add p, shift', 'end = Relu q'], {
      w: [2, 3],
      b: [1, 0],
      scale: [10],
      shift: [4],
    });
    foldAffineAfterConvolution(graph);
    expect(operators(graph)).toEqual(['Conv', 'Relu']);
    expect(weightsOf(graph, 0)).toEqual({ weights: [20, 30], bias: [14, 4] });
    expect(graph.nodes[1]?.inputs).toEqual(graph.nodes[0]?.outputs);
  });

  it('does not take the product of two pictures for a scaling', () => {
    const graph = graphOf(['y = Conv x, w', 'end = Mul y, x'], { w: [2, 3] });
    foldAffineAfterConvolution(graph);
    expect(operators(graph)).toEqual(['Conv', 'Mul']);
  });
});

describe('foldAffineAfterHardSwish', () => {
  const before = ['c = Conv x, w0', 'h = HardSwish c', 'p = Mul h, scale', 'q = Add p, shift'];
  const constants = { w0: [1, 1], w: [2, 3], scale: [10], shift: [4] };

  it('works into an unpadded convolution what its input went through', () => {
    const graph = graphOf([...before, node('end = Conv q, w', 0)], constants);
    foldAffineAfterHardSwish(graph);
    expect(operators(graph)).toEqual(['Conv', 'HardSwish', 'Conv']);
    expect(weightsOf(graph, 2)).toEqual({ weights: [20, 30], bias: [8, 12] });
    expect(graph.nodes[2]?.inputs[0]).toBe('h');
  });

  it('keeps the shift before a padded convolution, as a convolution of its own', () => {
    const graph = graphOf([...before, node('end = Conv q, w', 1)], constants);
    foldAffineAfterHardSwish(graph);
    expect(operators(graph)).toEqual(['Conv', 'HardSwish', 'Conv', 'Conv']);
    expect(weightsOf(graph, 2)).toEqual({ weights: [10, 10], bias: [4, 4] });
    expect(weightsOf(graph, 3)).toMatchObject({ weights: [2, 3] });
    expect(graph.nodes[3]?.inputs[0]).toBe(graph.nodes[2]?.outputs[0]);
  });
});

describe('joinHardSwish', () => {
  const spelledOut = ['s = Add x, three', 'c = Clip s, zero, six', 'm = Mul x, c', 'end = Div m, six'];

  it('recognises the four operations', () => {
    const graph = graphOf(spelledOut, { three: [3], zero: [0], six: [6] });
    joinHardSwish(graph);
    expect(graph.nodes).toEqual([node('end = HardSwish x')]);
  });

  it('leaves other clippings alone', () => {
    const graph = graphOf(spelledOut, { three: [3], zero: [0], six: [5] });
    joinHardSwish(graph);
    expect(operators(graph)).toEqual(['Add', 'Clip', 'Mul', 'Div']);
  });
});

describe('joinShortcut', () => {
  it('adds one to the strength instead of adding two pictures', () => {
    const graph = graphOf(['s = HardSigmoid g', 'm = Mul x, s', 'end = Add x, m'], {});
    joinShortcut(graph);
    expect(operators(graph)).toEqual(['HardSigmoid', 'Add', 'Mul']);
    expect(graph.nodes[1]?.inputs[0]).toBe('s');
    expect(graph.nodes[2]).toMatchObject({ inputs: ['x', 's.plus-one'], outputs: ['end'] });
  });

  it('leaves an addition of something else alone', () => {
    const graph = graphOf(['s = HardSigmoid g', 'm = Mul x, s', 'end = Add y, m'], {});
    joinShortcut(graph);
    expect(operators(graph)).toEqual(['HardSigmoid', 'Mul', 'Add']);
  });
});
