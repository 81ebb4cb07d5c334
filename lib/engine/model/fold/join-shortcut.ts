import { addTensor, type Graph, producerOf, removeNodes, soleConsumerOf } from '../onnx/graph.ts';
import type { Node } from '../onnx/node.ts';

/**
 * Makes x · (s + 1) of x + x · s, where s is one number a channel (squeeze and excite with a shortcut): the
 * addition moves from the whole picture to a handful of numbers.
 */
export function joinShortcut(graph: Graph): void {
  for (const add of graph.nodes.filter(({ operator }) => operator === 'Add')) {
    const [a = '', b = ''] = add.inputs;
    const multiply = shortcutProduct(graph, a, b) ?? shortcutProduct(graph, b, a);
    if (!multiply) continue;
    const { node, input, strength } = multiply;
    const one = addTensor(graph, [1], Float32Array.of(1));
    const strengthPlusOne = `${strength}.plus-one`;
    const plusOne = { operator: 'Add', inputs: [strength, one], outputs: [strengthPlusOne], attributes: [] };
    graph.nodes.splice(graph.nodes.indexOf(node), 0, plusOne);
    node.inputs = [input, strengthPlusOne];
    node.outputs = add.outputs;
    removeNodes(graph, [add]);
  }
}

type ShortcutProduct = { node: Node; input: string; strength: string };

function shortcutProduct(graph: Graph, input: string, product: string): ShortcutProduct | null {
  const node = producerOf(graph, product);
  if (node?.operator !== 'Mul' || !node.inputs.includes(input) || !soleConsumerOf(graph, product))
    return null;
  const strength = node.inputs.find((name) => name !== input);
  if (strength === undefined || producerOf(graph, strength)?.operator !== 'HardSigmoid') return null;
  return soleConsumerOf(graph, strength) ? { node, input, strength } : null;
}
