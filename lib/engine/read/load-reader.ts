import { loadRecogniser, type RecogniserName } from '../model/load-models.ts';
import { openTesseract, type TesseractReader } from '../tesseract/tesseract-reader.ts';
import { joinUnspaced } from './join-unspaced.ts';
import type { LineRecogniser } from './line-recogniser.ts';
import { mendCapitalI } from './mend-capital-i.ts';
import { recogniseLine } from './recognise-line.ts';

/** Reads lines with a model that ships. */
export async function loadModelReader(name: RecogniserName): Promise<LineRecogniser> {
  const recogniser = await loadRecogniser(name);
  switch (name) {
    case 'english':
      return (line) => recogniseLine(recogniser, line, mendCapitalI);
    case 'latin':
      return (line) => recogniseLine(recogniser, line);
    case 'chinese':
    case 'japanese':
      return async (line) => joinUnspaced(await recogniseLine(recogniser, line));
  }
}

let tesseract: { code: string; opening: Promise<TesseractReader> } | undefined;

/**
 * Reads lines with Tesseract. One is kept: pages of one document come with the same language. It is closed before the
 * next one opens, since the thread of each sets aside so much memory that two break the child's limit.
 */
export async function loadTesseractReader(code: string): Promise<LineRecogniser> {
  const former = tesseract;
  if (former?.code === code) return (await former.opening).recognise;
  const opening = former
    ? former.opening.then((reader) => reader.close()).then(() => openTesseract(code))
    : openTesseract(code);
  tesseract = { code, opening };
  return (await opening).recognise;
}
