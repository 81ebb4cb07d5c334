import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { convolutionOf, setConvolution } from '../fold/convolution.ts';
import { foldModel } from '../fold/fold-model.ts';
import { consumersOf } from '../onnx/graph.ts';
import { type Model, readModel, writeModel } from '../onnx/model-file.ts';
import { runModel } from '../run-model.ts';
import { takeChannels, takeInputs } from './take-channels.ts';

const WIDTH = 96;
const VALUE = 'hardswish_54.tmp_0';
const folded = foldModel(
  await readFile(new URL('../../weights/en_PP-OCRv4_rec_infer.onnx', import.meta.url)),
);

async function look(model: Model): Promise<Float32Array> {
  const session = await InferenceSession.create(writeModel(model), { intraOpNumThreads: 1 });
  const picture = Float32Array.from({ length: 3 * 48 * WIDTH }, (_, at) =>
    Math.sin((at % WIDTH) ** 1.3) > 0 ? 1 : -1,
  );
  return (await runModel(session, picture, [1, 3, 48, WIDTH])).data;
}

it('changes nothing by another order of channels, between the convolutions that mix them', async () => {
  const model = readModel(folded);
  const before = await look(model);
  const { graph } = model;
  const [reader = null] = consumersOf(graph, VALUE);
  const convolution = convolutionOf(graph, reader);
  if (!reader || !convolution) throw new Error(`${VALUE} is not read by a convolution`);
  const backwards = [...Array(convolution.dims[1]).keys()].reverse();
  setConvolution(graph, reader, takeInputs(convolution, backwards));
  expect(takeChannels(graph, VALUE, backwards)).toBe('conv2d_181.tmp_0');
  const after = await look(model);
  let largest = 0;
  for (const [at, value] of before.entries()) largest = Math.max(largest, Math.abs(value - (after[at] ?? 0)));
  expect(largest).toBeLessThan(1e-4);
  expect(before.some((value) => value > 0.5)).toBe(true);
});

it('keeps the weights under a kernel together', () => {
  const convolution = {
    weights: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    bias: Float32Array.of(0, 1),
    dims: [2, 3, 1, 2],
  };
  const { weights, dims } = takeInputs(convolution, [2, 0]);
  expect([...weights]).toEqual([5, 6, 1, 2, 11, 12, 7, 8]);
  expect(dims).toEqual([2, 2, 1, 2]);
});

it('says where channels cannot be chosen', () => {
  const { graph } = readModel(folded);
  expect(() => takeChannels(graph, 'p2o.Mul.85', [0])).toThrow('p2o.Mul.85');
});
