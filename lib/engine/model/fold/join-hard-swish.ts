import { type Graph, producerOf, removeNodes, scalarOf, soleConsumerOf } from '../onnx/graph.ts';
import type { Node } from '../onnx/node.ts';

/** Makes one HardSwish of x · clip(x + 3, 0, 6) / 6, which the detector spells out in four operations. */
export function joinHardSwish(graph: Graph): void {
  for (const clip of graph.nodes.filter(({ operator }) => operator === 'Clip')) {
    const [sum = '', low, high] = clip.inputs;
    const add = producerOf(graph, sum);
    const input = add?.operator === 'Add' ? otherThanScalar(graph, add, 3) : null;
    if (!add || !input || scalarOf(graph, low) !== 0 || scalarOf(graph, high) !== 6) continue;
    const multiply = onlyUseAs(graph, 'Mul', clip);
    if (!multiply?.inputs.includes(input) || soleConsumerOf(graph, sum) !== clip) continue;
    const divide = onlyUseAs(graph, 'Div', multiply);
    if (!divide || scalarOf(graph, divide.inputs[1]) !== 6) continue;
    divide.operator = 'HardSwish';
    divide.inputs = [input];
    removeNodes(graph, [add, clip, multiply]);
  }
}

function onlyUseAs(graph: Graph, operator: string, { outputs: [output = ''] }: Node): Node | null {
  const consumer = soleConsumerOf(graph, output);
  return consumer?.operator === operator ? consumer : null;
}

function otherThanScalar(graph: Graph, { inputs: [a = '', b = ''] }: Node, value: number): string | null {
  if (scalarOf(graph, a) === value) return b;
  return scalarOf(graph, b) === value ? a : null;
}
