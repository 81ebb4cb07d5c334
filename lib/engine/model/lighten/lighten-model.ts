import type { Graph } from '../onnx/graph.ts';
import { enlargeAfterConvolution } from './enlarge-after-convolution.ts';
import { enlargeLast } from './enlarge-last.ts';
import { scaleWeights } from './scale-weights.ts';

/**
 * Leaves out arithmetic that gives nothing new: what is calculated for each of several equal pixels, and for each of
 * many channels that were made of a few. The results are the same, to rounding. In PP-OCR's detector this is a third
 * of all; the recognisers have nothing of the kind.
 */
export function lightenModel(graph: Graph): void {
  enlargeAfterConvolution(graph);
  scaleWeights(graph);
  enlargeLast(graph);
}
