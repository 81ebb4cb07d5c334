import { readFile } from 'node:fs/promises';
import type { InferenceSession } from 'onnxruntime-node';
import { readCharacters } from './characters.ts';
import { openModel } from './open-model.ts';

export type Recogniser = {
  session: InferenceSession;
  /** What each class of the model stands for; class 0 is "no character". */
  characters: string[];
};

/** The recognisers that ship: the model's file and its dictionary. */
const recognisers = {
  english: ['en_PP-OCRv4_rec_infer.onnx', 'en_dict.txt'],
  latin: ['latin_PP-OCRv3_rec_infer.onnx', 'latin_dict.txt'],
  chinese: ['ch_PP-OCRv4_rec_infer.onnx', 'ch_dict.txt'],
  japanese: ['japan_PP-OCRv3_rec_infer.onnx', 'japan_dict.txt'],
} as const;

export type RecogniserName = keyof typeof recognisers;

let detector: Promise<InferenceSession> | undefined;
const loaded = new Map<RecogniserName, Promise<Recogniser>>();

/** The detector, loaded and folded once in a process. It finds the lines of every script. */
export function loadDetector(): Promise<InferenceSession> {
  detector ??= openModel('ch_PP-OCRv4_det_infer.onnx');
  return detector;
}

/** A recogniser, loaded and folded when it is first asked for, once in a process. */
export function loadRecogniser(name: RecogniserName): Promise<Recogniser> {
  const known = loaded.get(name);
  if (known) return known;
  const opening = openRecogniser(name);
  loaded.set(name, opening);
  return opening;
}

async function openRecogniser(name: RecogniserName): Promise<Recogniser> {
  const [model, dictionary] = recognisers[name];
  return {
    session: await openModel(model),
    characters: readCharacters(await readFile(weights(dictionary), 'utf8')),
  };
}

function weights(name: string): URL {
  return new URL(`../weights/${name}`, import.meta.url);
}
