import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { drawPage, makePdf } from '#lib/testing/image-factory.ts';
import { detectionInput } from '../../find/detection-input.ts';
import { readModel } from '../onnx/model-file.ts';
import { runModel } from '../run-model.ts';
import { foldModel } from './fold-model.ts';

const detector = new URL('../../weights/ch_PP-OCRv4_det_infer.onnx', import.meta.url);
const recogniser = new URL('../../weights/en_PP-OCRv4_rec_infer.onnx', import.meta.url);
const others = ['latin_PP-OCRv3_rec_infer', 'ch_PP-OCRv4_rec_infer', 'japan_PP-OCRv3_rec_infer'];

async function textPicture(width: number, height: number): Promise<Float32Array> {
  const lines = ['Folding changes 1 thing: the time it takes.'];
  const pdf = await makePdf([lines], {
    pageSize: { width: width / 2, height: height / 2 },
    margin: 6,
    fontSize: 14,
  });
  return await detectionInput(await drawPage(pdf, 144), { width, height });
}

async function largestDifference(file: URL, width: number, height: number): Promise<number> {
  const original = await readFile(file);
  const input = await textPicture(width, height);
  const [before, after] = await Promise.all(
    [original, foldModel(original)].map(async (model) => {
      const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });
      return await runModel(session, input, [1, 3, height, width]);
    }),
  );
  expect(after?.dims).toEqual(before?.dims);
  // A model that sees nothing would agree with anything.
  expect(before?.data.some((value) => value > 0.9)).toBe(true);
  let largest = before ? 0 : 1;
  before?.data.forEach((value, at) => {
    largest = Math.max(largest, Math.abs(value - (after?.data[at] ?? 0)));
  });
  return largest;
}

function operatorCounts(model: Uint8Array): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operator } of readModel(model).graph.nodes) counts[operator] = (counts[operator] ?? 0) + 1;
  return counts;
}

describe('foldModel', { timeout: 60_000 }, () => {
  it('changes nothing about what the detector sees, beyond rounding', async () => {
    expect(await largestDifference(detector, 640, 96)).toBeLessThan(1e-3);
  });

  it('changes nothing about what the recogniser reads, beyond rounding', async () => {
    expect(await largestDifference(recogniser, 640, 48)).toBeLessThan(1e-3);
  });

  it.each(others)('changes nothing about what %s reads, beyond rounding', async (name) => {
    const file = new URL(`../../weights/${name}.onnx`, import.meta.url);
    expect(await largestDifference(file, 640, 48)).toBeLessThan(1e-3);
  });

  it('leaves no normalisation, clipping or division behind in the convolutions of the models', async () => {
    const foldedDetector = operatorCounts(foldModel(await readFile(detector)));
    expect(foldedDetector).not.toHaveProperty('Clip');
    expect(foldedDetector).not.toHaveProperty('Div');
    expect(foldedDetector.HardSwish).toBe(24);
    expect(operatorCounts(foldModel(await readFile(recogniser)))).not.toHaveProperty('BatchNormalization');
  });
});
