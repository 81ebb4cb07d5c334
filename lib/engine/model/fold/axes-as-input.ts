import { addTensor, type Graph } from '../onnx/graph.ts';
import { intsAttribute } from '../onnx/node.ts';

/** Squeeze takes its axes as an input since version 13 of ONNX's operator set; before, they were an attribute. */
export function axesAsInput(graph: Graph): void {
  for (const node of graph.nodes.filter(({ operator }) => operator === 'Squeeze')) {
    const axes = intsAttribute(node, 'axes');
    const [input] = node.inputs;
    if (axes.length === 0 || input === undefined) continue;
    node.inputs = [input, addTensor(graph, [axes.length], BigInt64Array.from(axes, BigInt))];
    node.attributes = node.attributes.filter((attribute) => attribute.name !== 'axes');
  }
}
