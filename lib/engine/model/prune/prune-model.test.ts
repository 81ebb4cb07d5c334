import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { drawPage, makePdf } from '#lib/testing/image-factory.ts';
import { decodeCharacters } from '../../read/decode-characters.ts';
import { inkColumns } from '../../read/ink-columns.ts';
import { type RecogniserInput, recogniserInput } from '../../read/recogniser-input.ts';
import { readCharacters } from '../characters.ts';
import { convolutionOf } from '../fold/convolution.ts';
import { foldModel } from '../fold/fold-model.ts';
import { recognisers, weightsFile } from '../model-files.ts';
import { producerOf } from '../onnx/graph.ts';
import { readModel } from '../onnx/model-file.ts';
import { hasDotProducts } from '../quantise/has-dot-products.ts';
import { measureRanges } from '../quantise/measure-ranges.ts';
import { runModel } from '../run-model.ts';
import { pruneModel } from './prune-model.ts';

const [prunedFile, dictionary] = recognisers.english;
const folded = foldModel(await readFile(weightsFile('en_PP-OCRv4_rec_infer.onnx')));
const characters = readCharacters(await readFile(weightsFile(dictionary), 'utf8'));
const TEXTS = [
  'The quick brown fox jumps over the lazy dog',
  'Total due: 1,284.50 (VAT 19%) #2031',
  'sphinx of black quartz; judge my VOW!',
];
const LINE_HEIGHT = 48;
// Paper behind the last letter, as in a box around a line.
const MARGIN = 10;
// Elsewhere sums of 16 bits would overflow.
const canCalculate = await hasDotProducts();
// The convolutions of the original that the plan thins out, and what they had.
const PLAN = { inputs: { 'hardswish_54.tmp_0': 400 }, last: ['p2o.AveragePool.1', 432] } as const;

async function pieceOf(text: string): Promise<RecogniserInput> {
  const pageSize = { width: 360, height: 24 };
  const line = await drawPage(await makePdf([[text]], { pageSize, margin: 5, fontSize: 14 }), 144);
  return recogniserInput(line, { start: 0, end: inkColumns(line).lastIndexOf(1) + MARGIN });
}

async function readWith(model: Uint8Array): Promise<string[]> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });
  const texts: string[] = [];
  for (const text of TEXTS) {
    const { input, width } = await pieceOf(text);
    const { data, dims } = await runModel(session, input, [1, 3, LINE_HEIGHT, width]);
    const [, steps = 0, classes = 0] = dims;
    const decoded = decodeCharacters({ data, steps, classes }, characters, width / steps);
    // Where spaces go is decided afterwards.
    texts.push(decoded.map((character) => character.text.trim()).join(''));
  }
  return texts;
}

function inputsOf(model: Uint8Array, output: string): number {
  const { graph } = readModel(model);
  return convolutionOf(graph, producerOf(graph, output))?.dims[1] ?? Number.NaN;
}

describe('pruneModel', { timeout: 120_000 }, () => {
  it.runIf(canCalculate)('leaves out channels and reads what it read before', async () => {
    const pieces = await Promise.all(TEXTS.map(pieceOf));
    const pruned = await pruneModel(folded, await measureRanges(folded, pieces), PLAN, pieces);
    expect(inputsOf(pruned, 'conv2d_182.tmp_0')).toBe(400);
    expect(inputsOf(pruned, 'conv2d_183.tmp_0')).toBe(432);
    expect(inputsOf(pruned, 'conv2d_186.tmp_0')).toBe(432 + 480);
    expect(await readWith(pruned)).toEqual(await readWith(folded));
  });

  it('made the weights that ship: fewer channels, and they read what the original reads', async () => {
    const shipped = await readFile(weightsFile(prunedFile));
    for (const output of ['conv2d_169', 'conv2d_171', 'conv2d_181', 'conv2d_186'])
      expect(inputsOf(shipped, `${output}.tmp_0`)).toBeLessThan(inputsOf(folded, `${output}.tmp_0`));
    expect(await readWith(shipped)).toEqual(await readWith(folded));
  });
});
