import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { drawPage, makePdf } from '#lib/testing/image-factory.ts';
import { decodeCharacters } from '../../read/decode-characters.ts';
import { recogniserInput } from '../../read/recogniser-input.ts';
import { readCharacters } from '../characters.ts';
import { foldModel } from '../fold/fold-model.ts';
import { recognisers, weightsFile } from '../model-files.ts';
import { readModel } from '../onnx/model-file.ts';
import { type ModelOutput, runModel } from '../run-model.ts';
import englishRanges from './english-ranges.json' with { type: 'json' };
import { hasDotProducts } from './has-dot-products.ts';
import { candidates } from './measure-ranges.ts';
import { quantiseModel } from './quantise-model.ts';

const folded = foldModel(await readFile(weightsFile(recognisers.english[0])));
const characters = readCharacters(await readFile(weightsFile(recognisers.english[1]), 'utf8'));
// Elsewhere floats are used, since sums of 16 bits overflow.
const canCalculate = await hasDotProducts();
const TEXTS = ['Whole numbers do 1,284.50', 'for (most) of these: ~97%', 'LETTERS & "marks" #2031'];

async function linePicture(text: string) {
  const pageSize = { width: 240, height: 24 };
  return await drawPage(await makePdf([[text]], { pageSize, margin: 5, fontSize: 14 }), 144);
}

async function look(session: InferenceSession, text: string): Promise<ModelOutput & { text: string }> {
  const line = await linePicture(text);
  const { input, width } = recogniserInput(line, { start: 0, end: line.width });
  const { data, dims } = await runModel(session, input, [1, 3, line.height, width]);
  const [, steps = 0, classes = 0] = dims;
  const decoded = decodeCharacters({ data, steps, classes }, characters, width / steps);
  return { data, dims, text: decoded.map((character) => character.text).join('') };
}

describe('quantiseModel', { timeout: 60_000 }, () => {
  it.runIf(canCalculate)('reads the same, about as surely', async () => {
    const exact = await InferenceSession.create(folded, { intraOpNumThreads: 1 });
    const quantised = await InferenceSession.create(quantiseModel(folded, englishRanges), {
      intraOpNumThreads: 1,
    });
    for (const text of TEXTS) {
      const [expected, seen] = [await look(exact, text), await look(quantised, text)];
      expect(expected.text.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(seen.text.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      // A mean over the steps; two lists of probabilities that share nothing differ by 2.
      let difference = 0;
      for (const [at, value] of expected.data.entries()) difference += Math.abs(value - (seen.data[at] ?? 0));
      expect(difference / (expected.dims[1] ?? 1)).toBeLessThan(0.1);
    }
  });

  it('lets exactly the measured convolutions calculate in integers', () => {
    const { graph } = readModel(quantiseModel(folded, englishRanges));
    const integers = graph.nodes.filter(({ operator }) => operator === 'QLinearConv');
    expect(integers).toHaveLength(Object.keys(englishRanges).length);
    expect(candidates(readModel(folded).graph).map(({ output }) => output)).toEqual(
      Object.keys(englishRanges),
    );
  });

  it('says which convolution a model does not have', () => {
    const ranges = {
      'no.such.value': { input: { low: [0], high: [1], mean: [0] }, output: { low: [0], high: [1] } },
    };
    expect(() => quantiseModel(folded, ranges)).toThrow('no.such.value');
  });
});
