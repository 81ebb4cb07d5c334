/** The detector. It finds the lines of every script. */
export const DETECTOR = 'ch_PP-OCRv4_det_infer.onnx';

/** The recognisers that ship: the model's file and its dictionary. */
export const recognisers = {
  english: ['en_PP-OCRv4_rec_pruned.onnx', 'en_dict.txt'],
  latin: ['latin_PP-OCRv3_rec_infer.onnx', 'latin_dict.txt'],
  chinese: ['ch_PP-OCRv4_rec_infer.onnx', 'ch_dict.txt'],
  japanese: ['japan_PP-OCRv3_rec_infer.onnx', 'japan_dict.txt'],
} as const;

export type RecogniserName = keyof typeof recognisers;

export const modelFiles: readonly string[] = [
  DETECTOR,
  ...Object.values(recognisers).map(([model]) => model),
];

export function weightsFile(name: string): URL {
  return new URL(`../weights/${name}`, import.meta.url);
}
