import { readFile } from 'node:fs/promises';
import { foldModel } from './fold/fold-model.ts';
import { recognisers, weightsFile } from './model-files.ts';
import englishRanges from './quantise/english-ranges.json' with { type: 'json' };
import { hasDotProducts } from './quantise/has-dot-products.ts';
import { quantiseModel } from './quantise/quantise-model.ts';
import type { ModelRanges } from './quantise/value-codes.ts';

/** The models whose values are known well enough to calculate in 8-bit integers. */
const knownRanges: Readonly<Record<string, ModelRanges>> = { [recognisers.english[0]]: englishRanges };

/**
 * The graph of one of the weights as this machine runs it: folded and, where that is known to be quicker on this
 * processor, partly quantised. The detector and the English model take 0.3 s together.
 */
export async function prepareModel(name: string): Promise<Uint8Array> {
  const folded = foldModel(await readFile(weightsFile(name)));
  const ranges = knownRanges[name];
  return ranges && (await hasDotProducts()) ? quantiseModel(folded, ranges) : folded;
}
