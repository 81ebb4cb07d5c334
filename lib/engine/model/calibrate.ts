// node lib/engine/model/calibrate.ts FOLDER… : prunes the English recogniser anew and measures english-ranges.json, on the
// pictures of pages in the folders: receipts, dense pages and scans, clean and not. Takes a quarter of an hour.
import { readFile, writeFile } from 'node:fs/promises';
import { calibrationPieces } from './calibration-pieces.ts';
import { foldModel } from './fold/fold-model.ts';
import { recognisers, weightsFile } from './model-files.ts';
import { type PruningPlan, pruneModel } from './prune/prune-model.ts';
import { hasDotProducts } from './quantise/has-dot-products.ts';
import { measureRanges } from './quantise/measure-ranges.ts';

const ORIGINAL = weightsFile('en_PP-OCRv4_rec_infer.onnx');
const RANGES = new URL('quantise/english-ranges.json', import.meta.url);
const DIGITS = 3;
// Whole blocks of 16 channels, the runtime's layout, as long as the error at the convolution is about that of its
// integers (below 0.002). Not before a squeeze and excitation: there hardly any channel is idle.
const PLAN: PruningPlan = {
  inputs: {
    'hardswish_36.tmp_0': 112,
    'hardswish_40.tmp_0': 224,
    'hardswish_42.tmp_0': 224,
    'hardswish_52.tmp_0': 448,
    'hardswish_54.tmp_0': 400,
  },
  last: ['p2o.AveragePool.1', 400],
};

async function calibrate(folders: readonly string[]): Promise<void> {
  if (!(await hasDotProducts()))
    throw new Error(
      'This processor has no products of 8-bit integers (VNNI): it would fit weights to false sums.',
    );
  const pieces = await calibrationPieces(folders);
  const folded = foldModel(await readFile(ORIGINAL));
  const pruned = await pruneModel(folded, await measureRanges(folded, pieces), PLAN, pieces);
  await writeFile(weightsFile(recognisers.english[0]), pruned);
  const short = (_key: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
  await writeFile(RANGES, `${JSON.stringify(await measureRanges(pruned, pieces), short, 1)}\n`);
}

if (import.meta.main) await calibrate(process.argv.slice(2));
