/** The part of tesseract.js that we use. The package is optional, so its own types may not be there. */
export type TesseractModule = {
  createWorker(
    language: string,
    engineMode: number,
    options: { langPath: string; cacheMethod: 'none'; gzip: true },
  ): Promise<TesseractWorker>;
};

export type TesseractWorker = {
  setParameters(parameters: Record<string, string>): Promise<unknown>;
  recognize(image: Uint8Array, options: object, output: { blocks: true }): Promise<{ data: TesseractPage }>;
  terminate(): Promise<unknown>;
};

export type TesseractPage = {
  blocks: { paragraphs: { lines: { words: TesseractWord[] }[] }[] }[] | null;
};

/** Confidence from 0 to 100. */
export type TesseractWord = { text: string; confidence: number; bbox: { x0: number; x1: number } };

/** Loads tesseract.js, which has to be installed. */
export async function importTesseract(): Promise<TesseractModule> {
  // Not a literal, so that no compiler or bundler asks for a package that need not be there.
  const name = 'tesseract.js';
  const loaded: unknown = await import(name);
  if (!isTesseract(loaded)) throw new Error('The installed tesseract.js has no createWorker.');
  return loaded;
}

function isTesseract(loaded: unknown): loaded is TesseractModule {
  return typeof loaded === 'object' && loaded !== null && 'createWorker' in loaded;
}
