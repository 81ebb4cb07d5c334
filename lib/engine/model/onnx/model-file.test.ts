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

  it('gives further values out when they are named', () => {
    const model = readModel(file);
    model.graph.outputs = [...model.graph.outputs, 'conv2d_0.tmp_0'];
    expect(readModel(writeModel(model)).graph.outputs).toEqual(['sigmoid_0.tmp_0', 'conv2d_0.tmp_0']);
  });
});

describe('a tensor', () => {
  it('of whole numbers keeps its bytes, under a type of its own', () => {
    const { buffer } = Uint8Array.of(1, 2, 3, 4, 253, 254, 255, 0);
    const kinds = [
      new Uint8Array(buffer),
      new Int8Array(buffer),
      new Int32Array(buffer),
      new BigInt64Array(buffer),
    ];
    const messages = kinds.map((numbers) => Buffer.from(makeTensor([8], numbers).message));
    expect(new Set(messages.map(String)).size).toBe(kinds.length);
    expect(messages.every((message) => message.includes(Buffer.from(buffer)))).toBe(true);
    expect(messages.map((message) => readTensor(message).floats)).toEqual([null, null, null, null]);
  });

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
