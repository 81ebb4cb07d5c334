import {
  floatsOf,
  type Graph,
  producerOf,
  removeNodes,
  replaceInputs,
  soleConsumerOf,
} from '../onnx/graph.ts';
import { floatAttribute } from '../onnx/node.ts';
import { convolutionOf, scaleResult, setConvolution } from './convolution.ts';

const DEFAULT_EPSILON = 1e-5;

/** Works a normalisation that follows a convolution into the convolution's weights. */
export function foldBatchNormalisation(graph: Graph): void {
  for (const node of graph.nodes.filter(({ operator }) => operator === 'BatchNormalization')) {
    const [input = '', ...statistics] = node.inputs;
    const before = producerOf(graph, input);
    const convolution = convolutionOf(graph, before);
    const [factor, offset, mean, variance] = statistics.map((name) => floatsOf(graph, name));
    if (!before || !convolution || soleConsumerOf(graph, input) !== node) continue;
    if (!factor || !offset || !mean || !variance) continue;
    const epsilon = floatAttribute(node, 'epsilon') ?? DEFAULT_EPSILON;
    const scale = factor.map((value, channel) => value / Math.sqrt((variance[channel] ?? 0) + epsilon));
    const shift = offset.map((value, channel) => value - (mean[channel] ?? 0) * (scale[channel] ?? 0));
    setConvolution(
      graph,
      before,
      scaleResult(
        convolution,
        (c) => scale[c] ?? 0,
        (c) => shift[c] ?? 0,
      ),
    );
    removeNodes(graph, [node]);
    replaceInputs(graph, node.outputs[0] ?? '', input);
  }
}
