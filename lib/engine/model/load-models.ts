import { readFile } from 'node:fs/promises';
import type { InferenceSession } from 'onnxruntime-node';
import { readCharacters } from './characters.ts';
import { DETECTOR, type RecogniserName, recognisers, weightsFile } from './model-files.ts';
import { openModel } from './open-model.ts';

export type { RecogniserName } from './model-files.ts';

export type Recogniser = {
  session: InferenceSession;
  /** What each class of the model stands for; class 0 is "no character". */
  characters: string[];
};

let detector: Promise<InferenceSession> | undefined;
const loaded = new Map<RecogniserName, Promise<Recogniser>>();

/** The detector, loaded once in a process. */
export function loadDetector(): Promise<InferenceSession> {
  detector ??= openModel(DETECTOR);
  return detector;
}

/** A recogniser, loaded when it is first asked for, once in a process. */
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
    characters: readCharacters(await readFile(weightsFile(dictionary), 'utf8')),
  };
}
