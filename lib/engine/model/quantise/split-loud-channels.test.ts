import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { convolutionOf } from '../fold/convolution.ts';
import { foldModel } from '../fold/fold-model.ts';
import { recognisers, weightsFile } from '../model-files.ts';
import { producerOf } from '../onnx/graph.ts';
import { type Model, readModel, writeModel } from '../onnx/model-file.ts';
import { runModel } from '../run-model.ts';
import englishRanges from './english-ranges.json' with { type: 'json' };
import { splitLoudChannels } from './split-loud-channels.ts';
import type { ModelRanges } from './value-codes.ts';
import { valueCodes } from './value-codes.ts';

const ranges: ModelRanges = englishRanges;
const LAST = Object.keys(ranges).at(-1) ?? '';
const file = foldModel(await readFile(weightsFile(recognisers.english[0])));

async function look({ ...model }: Model): Promise<Float32Array> {
  const session = await InferenceSession.create(writeModel(model), { intraOpNumThreads: 1 });
  const width = 160;
  // Upright strokes of many widths.
  const picture = Float32Array.from({ length: 3 * 48 * width }, (_, at) =>
    Math.sin((at % width) ** 1.3) > 0 ? 1 : -1,
  );
  return (await runModel(session, picture, [1, 3, 48, width])).data;
}

/** The sum, over the output channels, of the square of the step in which their weights are rounded. */
function coarseness({ graph }: Model, { [LAST]: seen }: ModelRanges): number {
  const { weights, bias } = convolutionOf(graph, producerOf(graph, LAST)) ?? {};
  if (!weights || !bias || !seen) return Number.NaN;
  const { scales } = valueCodes(seen.input);
  let sum = 0;
  for (let channel = 0; channel < bias.length; channel++) {
    const own = weights.subarray(channel * scales.length, (channel + 1) * scales.length);
    sum += Math.max(...own.map((weight, from) => Math.abs(weight * (scales[from] ?? 0)))) ** 2;
  }
  return sum;
}

describe('splitLoudChannels', { timeout: 60_000 }, () => {
  it('makes the steps of the weights finer and changes nothing that the model sees', async () => {
    const model = readModel(file);
    const before = await look(model);
    const coarse = coarseness(model, ranges);
    const split = splitLoudChannels(model.graph, ranges, LAST);
    expect(coarseness(model, split)).toBeLessThan(coarse / 2);
    const after = await look(model);
    expect(after.length).toBe(before.length);
    let largest = 0;
    for (const [at, value] of before.entries())
      largest = Math.max(largest, Math.abs(value - (after[at] ?? 0)));
    expect(largest).toBeLessThan(1e-3);
    expect(before.some((value) => value > 0.5)).toBe(true);
  });

  it('says what it would need to know', () => {
    const { [LAST]: seen } = ranges;
    const { graph } = readModel(file);
    expect(() => splitLoudChannels(graph, {}, LAST)).toThrow(LAST);
    expect(() => splitLoudChannels(graph, seen ? { [LAST]: seen } : {}, LAST)).toThrow('Nothing is known');
  });
});
