import { type Graph, removeNodes, replaceInputs } from '../onnx/graph.ts';
import { affineOf } from './affine-of.ts';
import { convolutionOf, scaleResult, setConvolution } from './convolution.ts';

/** Works an affine that follows a convolution into the convolution's weights. */
export function foldAffineAfterConvolution(graph: Graph): void {
  for (const node of [...graph.nodes]) {
    const convolution = convolutionOf(graph, node);
    const [output = ''] = node.outputs;
    const affine = convolution && affineOf(graph, output);
    if (!affine) continue;
    const { scale, shift } = affine;
    setConvolution(
      graph,
      node,
      scaleResult(
        convolution,
        () => scale,
        () => shift,
      ),
    );
    removeNodes(graph, affine.nodes);
    replaceInputs(graph, affine.output, output);
  }
}
