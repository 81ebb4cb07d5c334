import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { foldModel } from '../fold/fold-model.ts';
import { readModel, writeModel } from '../onnx/model-file.ts';
import { candidates, createRangeMeter } from './measure-ranges.ts';

const file = await readFile(new URL('../../weights/en_PP-OCRv4_rec_infer.onnx', import.meta.url));

it('gathers the ranges and means of all it was shown', { timeout: 60_000 }, async () => {
  const model = readModel(foldModel(file));
  const convolutions = candidates(model.graph).slice(-1);
  const [{ input: inputName = '', output: outputName = '' } = {}] = convolutions;
  model.graph.outputs = [...model.graph.outputs, inputName, outputName];
  const session = await InferenceSession.create(writeModel(model), { intraOpNumThreads: 1 });
  async function rangesOver(...pictures: Float32Array[]) {
    const meter = createRangeMeter(session, convolutions);
    for (const picture of pictures) await meter.look(picture, [1, 3, 48, 48]);
    return meter.ranges()[outputName];
  }
  const black = new Float32Array(3 * 48 * 48).fill(-1);
  const white = new Float32Array(3 * 48 * 48).fill(1);
  const [ofBlack, ofWhite, both] = [
    await rangesOver(black),
    await rangesOver(white),
    await rangesOver(black, white),
  ];
  const mean = (channel: number) =>
    ((ofBlack?.input.mean[channel] ?? 0) + (ofWhite?.input.mean[channel] ?? 0)) / 2;
  for (const channel of [0, 200, 479]) {
    const highs = [ofBlack, ofWhite].map((ranges) => ranges?.output.high[channel] ?? Number.NaN);
    expect(both?.output.high[channel]).toBe(Math.max(...highs));
    expect(both?.input.mean[channel]).toBeCloseTo(mean(channel), 5);
    expect(both?.output.low[channel]).toBeGreaterThanOrEqual(-3);
  }
});
