import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { convolutionOf } from '../fold/convolution.ts';
import { foldModel } from '../fold/fold-model.ts';
import { addTensor, type Graph } from '../onnx/graph.ts';
import { readModel } from '../onnx/model-file.ts';
import { makeNode, type Node } from '../onnx/node.ts';
import { lightenModel } from './lighten-model.ts';

const CHANNELS = 2;

function graphOf(make: (graph: Graph) => Node[]): Graph {
  const graph: Graph = { nodes: [], tensors: new Map(), outputs: ['end'] };
  graph.nodes = make(graph);
  return graph;
}

function convolve(graph: Graph, input: string, output: string, side: number): Node {
  const weights = addTensor(
    graph,
    [CHANNELS, CHANNELS, side, side],
    new Float32Array(CHANNELS ** 2 * side ** 2),
  );
  const pads = Array<number>(4).fill(side >> 1);
  return makeNode('Conv', [input, weights], output, { kernel_shape: [side, side], pads });
}

function double(graph: Graph, input: string, output: string): Node {
  return makeNode('Resize', [input, '', addTensor(graph, [4], Float32Array.of(1, 1, 2, 2))], output);
}

function lightened(graph: Graph): string[] {
  lightenModel(graph);
  return graph.nodes.map(({ operator }) => operator);
}

// That the detector still sees the same, to rounding, is shown where the whole of the folding is (fold-model.test.ts).
describe('lightenModel', () => {
  it('leaves the detector no transposed convolution and no large picture of 96 channels', async () => {
    const file = new URL('../../weights/ch_PP-OCRv4_det_infer.onnx', import.meta.url);
    const { graph } = readModel(foldModel(await readFile(file)));
    expect(graph.nodes.map(({ operator }) => operator)).not.toContain('ConvTranspose');
    const dense = graph.nodes.flatMap((node) => convolutionOf(graph, node)?.dims.join('x') ?? []);
    // One for each of the three smaller pictures is left.
    expect(dense.filter((dims) => dims === '24x96x3x3')).toHaveLength(3);
    expect(dense.filter((dims) => dims === '96x96x2x2')).toHaveLength(1);
  });

  it('convolves before it enlarges what is added to the rest', () => {
    const graph = graphOf((made) => [
      convolve(made, 'x', 'small', 1),
      convolve(made, 'y', 'large', 1),
      double(made, 'small', 'doubled'),
      makeNode('Add', ['large', 'doubled'], 'sum'),
      convolve(made, 'sum', 'end', 3),
    ]);
    const operators = lightened(graph);
    expect(operators.slice(3)).toEqual(['Conv', 'DepthToSpace', 'Slice', 'Conv', 'Add']);
  });

  it('leaves a sum alone that is used elsewhere too', () => {
    const graph = graphOf((made) => [
      convolve(made, 'x', 'small', 1),
      convolve(made, 'y', 'large', 1),
      double(made, 'small', 'doubled'),
      makeNode('Add', ['large', 'doubled'], 'sum'),
      convolve(made, 'sum', 'seen', 3),
      makeNode('Mul', ['sum', 'seen'], 'end'),
    ]);
    expect(lightened(graph)).toEqual(['Conv', 'Conv', 'Resize', 'Add', 'Conv', 'Mul']);
  });

  it('multiplies weights instead of pictures where channels are scaled between two convolutions', () => {
    const graph = graphOf((made) => [
      convolve(made, 'x', 'wide', 1),
      makeNode('GlobalAveragePool', ['wide'], 'mean'),
      makeNode('HardSigmoid', ['mean'], 'scales'),
      makeNode('Mul', ['wide', 'scales'], 'scaled'),
      convolve(made, 'scaled', 'end', 3),
    ]);
    const operators = lightened(graph);
    expect(operators.slice(0, 3)).toEqual(['GlobalAveragePool', 'Conv', 'HardSigmoid']);
    expect(operators.at(-1)).toBe('Conv');
    expect(graph.nodes.at(-1)?.inputs[0]).toBe('x');
  });

  it('leaves scaled channels alone that are used elsewhere too', () => {
    const graph = graphOf((made) => [
      convolve(made, 'x', 'wide', 1),
      makeNode('GlobalAveragePool', ['wide'], 'mean'),
      makeNode('Mul', ['wide', 'mean'], 'scaled'),
      convolve(made, 'scaled', 'seen', 3),
      makeNode('Add', ['seen', 'scaled'], 'end'),
    ]);
    expect(lightened(graph)).toEqual(['Conv', 'GlobalAveragePool', 'Mul', 'Conv', 'Add']);
  });
});
