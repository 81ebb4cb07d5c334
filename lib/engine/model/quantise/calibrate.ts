// node lib/engine/model/quantise/calibrate.ts FOLDER… : measures english-ranges.json anew, on the pictures of pages
// in the folders: receipts, dense pages and scans, clean and not. A range too narrow clips; one too wide is coarse.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { findText } from '../../find/find-text.ts';
import { loadGreyPage } from '../../open/load-grey-page.ts';
import { inkColumns } from '../../read/ink-columns.ts';
import { createLineCutter } from '../../read/line-image.ts';
import { recogniserInput } from '../../read/recogniser-input.ts';
import { splitLine } from '../../read/split-line.ts';
import { foldModel } from '../fold/fold-model.ts';
import { readModel, writeModel } from '../onnx/model-file.ts';
import { openModel } from '../open-model.ts';
import { candidates, createRangeMeter } from './measure-ranges.ts';

const RECOGNISER = new URL('../../weights/en_PP-OCRv4_rec_infer.onnx', import.meta.url);
const RANGES = new URL('english-ranges.json', import.meta.url);
const DIGITS = 3;
// Lines of one page resemble each other: more of them teach nothing.
const LINES_A_PAGE = 12;

async function calibrate(folders: readonly string[]): Promise<void> {
  const model = readModel(foldModel(await readFile(RECOGNISER)));
  const convolutions = candidates(model.graph);
  const outputs = new Set(convolutions.flatMap(({ input, output }) => [input, output]));
  model.graph.outputs = [...model.graph.outputs, ...outputs];
  const meter = createRangeMeter(await InferenceSession.create(writeModel(model)), convolutions);
  const detector = await openModel('ch_PP-OCRv4_det_infer.onnx');
  for (const file of await picturesIn(folders)) {
    const page = await loadGreyPage(file, 1);
    const cutLine = createLineCutter(page);
    const { boxes } = await findText(detector, page);
    const step = Math.ceil(boxes.length / LINES_A_PAGE);
    for (const box of boxes.filter((_, index) => index % step === 0)) {
      const line = cutLine(box);
      const [piece = { start: 0, end: line.width }] = splitLine(inkColumns(line));
      const { input, width } = recogniserInput(line, piece);
      await meter.look(input, [1, 3, line.height, width]);
    }
  }
  const short = (_key: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
  await writeFile(RANGES, `${JSON.stringify(meter.ranges(), short, 1)}\n`);
}

async function picturesIn(folders: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((file) => join(folder, file))),
  );
  return lists.flat().filter((file) => /\.(jpg|png|tif)$/.test(file));
}

if (import.meta.main) await calibrate(process.argv.slice(2));
