import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from './model-file.ts';
import { floatAttribute, intsAttribute, makeAttribute } from './node.ts';
import { makeTensor, nameOfTensor, readTensor, writeTensor } from './tensor.ts';

const file = await readFile(new URL('../../weights/ch_PP-OCRv4_det_infer.onnx', import.meta.url));

describe('a model file', () => {
  it('is the same model after it was written and read again', () => {
    const model = readModel(file);
    const again = readModel(writeModel(model));
    expect(again.graph.nodes).toEqual(model.graph.nodes);
    expect(again.graph.outputs).toEqual(['sigmoid_0.tmp_0']);
    expect(again.operatorSet).toBe(11);
    for (const [name, { dims, floats }] of again.graph.tensors) {
      expect({ dims, floats }).toEqual({
        dims: model.graph.tensors.get(name)?.dims,
        floats: model.graph.tensors.get(name)?.floats,
      });
    }
  });

  it('loses the constants that no node uses', () => {
    const model = readModel(file);
    model.graph.tensors.set('unused', makeTensor([1], Float32Array.of(1)));
    expect(readModel(writeModel(model)).graph.tensors.has('unused')).toBe(false);
  });
});

describe('a tensor', () => {
  it('keeps its shape, numbers and name', () => {
    const message = writeTensor(makeTensor([2, 1], Float32Array.of(1.5, -2)), 'weights');
    expect(nameOfTensor(message)).toBe('weights');
    expect(readTensor(message)).toMatchObject({ dims: [2, 1], floats: Float32Array.of(1.5, -2) });
  });
});

describe('an attribute', () => {
  it('gives its numbers again', () => {
    const node = {
      operator: 'Conv',
      inputs: [],
      outputs: [],
      attributes: [makeAttribute('pads', [0, 1, 2, 3])],
    };
    expect(intsAttribute(node, 'pads')).toEqual([0, 1, 2, 3]);
    expect(intsAttribute(node, 'strides')).toEqual([]);
  });

  it('is read as a float where the model has one', () => {
    const [normalisation] = readModel(file).graph.nodes.filter(
      ({ operator }) => operator === 'BatchNormalization',
    );
    expect(normalisation && floatAttribute(normalisation, 'epsilon')).toBeCloseTo(1e-5, 8);
  });
});
