import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { foldModel } from './fold/fold-model.ts';
import englishRanges from './quantise/english-ranges.json' with { type: 'json' };
import { hasDotProducts } from './quantise/has-dot-products.ts';
import { quantiseModel } from './quantise/quantise-model.ts';
import type { ModelRanges } from './quantise/value-codes.ts';

/** The models whose values are known well enough to calculate in 8-bit integers. */
const knownRanges: Readonly<Record<string, ModelRanges>> = { 'en_PP-OCRv4_rec_infer.onnx': englishRanges };

// One thread: pages are the parallel unit, and two threads a page cost 12 to 70 % more processor time.
const sessionOptions: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  enableMemPattern: false,
};

/**
 * Opens one of the weights for running: its graph is folded and, where that is known to be quicker on this
 * processor, partly quantised. That takes a fifth of a second, which no cache on disk would make much shorter.
 */
export async function openModel(name: string): Promise<InferenceSession> {
  return await InferenceSession.create(await prepareModel(name), sessionOptions);
}

async function prepareModel(name: string): Promise<Uint8Array> {
  const folded = foldModel(await readFile(new URL(`../weights/${name}`, import.meta.url)));
  const ranges = knownRanges[name];
  return ranges && (await hasDotProducts()) ? quantiseModel(folded, ranges) : folded;
}
