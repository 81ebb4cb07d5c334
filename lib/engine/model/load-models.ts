import { readFile } from 'node:fs/promises';
import { InferenceSession } from 'onnxruntime-node';
import { readCharacters } from './characters.ts';
import { foldModel } from './fold/fold-model.ts';

export type Recogniser = {
  session: InferenceSession /** What each class of the model stands for; class 0 is "no character". */;
  characters: string[];
};
export type Models = { detector: InferenceSession; recogniser: Recogniser };

let loading: Promise<Models> | undefined;

/** The detector and the English recogniser, loaded and folded once in a process (0.4 s). */
export function loadModels(): Promise<Models> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Models> {
  return {
    detector: await openModel('ch_PP-OCRv4_det_infer.onnx'),
    recogniser: {
      session: await openModel('en_PP-OCRv4_rec_infer.onnx'),
      characters: readCharacters(await readFile(weights('en_dict.txt'), 'utf8')),
    },
  };
}

async function openModel(name: string): Promise<InferenceSession> {
  // One thread: pages are the parallel unit, and two threads a page cost 12 to 70 % more processor time.
  return await InferenceSession.create(foldModel(await readFile(weights(name))), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    enableMemPattern: false,
  });
}

function weights(name: string): URL {
  return new URL(`../weights/${name}`, import.meta.url);
}
